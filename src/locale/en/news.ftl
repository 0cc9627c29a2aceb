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

## Why something was not taken in
reason-command = its command’s name cannot be used
reason-erasure = a person is erased on its own
reason-unclean = it holds characters that cannot be shown
reason-ahead = it builds on changes this folder does not have
reason-newer = a newer program has written here; it can only be read
reason-approved = the minutes were approved before. Change them with a correction
reason-before = it was refused before
reason-denied = your role does not allow it
reason-hidden = your role does not show it
reason-another = it is another user’s
reason-astray = a change builds on what this folder does not have. Nothing of it was taken in
reason-no-copy = your role may not have a copy
reason-gap = a change is missing in the folder at the other end, so the copy cannot be fetched. Run “referent check” there
reason-renamed = the other end knows you as another user now. What waits is kept. Start the program again
reason-building = the database is being built. Try again in a moment
reason-unknown = the person is not in the register. Nothing was changed
reason-no-file = there is no file at that place
reason-not-a-file = it is not a file
reason-too-large = the file is larger than 50 MB
reason-unreadable = the file may not be read
reason-forged = what came is not the file that was announced; nothing of it was kept
reason-elsewhere = files are added on the secretariat’s own machine, or from yours with referent join
