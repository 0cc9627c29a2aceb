## Nyt fra programmet selv; i parentes, hvad systemet sagde
news-rebuilding = Databasen bygges op igen fra journalen. Intet er tabt; lister kommer, når det er gjort. ({ $detail })
news-rebuilt = Databasen er bygget op igen fra journalen. Intet er tabt. ({ $detail })
news-database = Databasen kan ikke bruges. Journalen har alt; se efter disken. ({ $detail })
news-damaged = Et sted i journalen er beskadiget; alt før og efter er bevaret. ({ $detail })
news-torn = En ufuldstændig sidste linje i journalen er lagt til side. ({ $detail })
news-unwritten = Disken tager ikke imod. Skaf plads, eller få den set efter; der prøves igen. ({ $detail })
news-unconfirmed = Disken bekræfter ikke det skrevne. Der skrives i en ny fil. ({ $detail })
news-moved = Skrivningen fejlede og er gået videre i en ny fil. Alt er bevaret. ({ $detail })
news-pending = Filen med ventende ændringer kan ikke skrives. Ændringerne er sendt til den anden terminal. ({ $detail })
news-alone = Andre kan ikke være med fra en anden terminal lige nu. ({ $detail })
news-erasing = En sletning er ikke færdig; den fortsættes ved næste start. ({ $detail })
news-copy = Den lokale kopi kan ikke skrives. Se efter disken. ({ $detail })
news-elsewhere = Disken på sekretariatets maskine tager ikke imod.
