## What the program tells of itself; in brackets what the system said
news-rebuilding = The database is being built again from the journal. Nothing is lost; lists come when that is done. ({ $detail })
news-rebuilt = The database was built again from the journal. Nothing is lost. ({ $detail })
news-database = The database can't be used. The journal has everything; check the disk. ({ $detail })
news-damaged = A place in the journal is damaged; everything before and after it is kept. ({ $detail })
news-torn = An incomplete last line of the journal was set aside. ({ $detail })
news-unwritten = The disk takes nothing. Make room, or have it mended; it is tried again. ({ $detail })
news-unconfirmed = The disk does not confirm what was written. It goes into a new file. ({ $detail })
news-moved = Writing failed and went on in a new file. Everything is kept. ({ $detail })
news-pending = The file of waiting changes can't be written. The changes were sent to the other terminal. ({ $detail })
news-alone = Nobody else can join from another terminal just now. ({ $detail })
news-erasing = An erasure is not finished; it goes on at the next start. ({ $detail })
news-copy = The local copy can't be written. Check the disk. ({ $detail })
news-elsewhere = The disk of the secretariat's machine takes nothing.
