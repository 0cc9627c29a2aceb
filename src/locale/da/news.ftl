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

## Hvorfor noget ikke blev taget med
reason-command = kommandoens navn kan ikke bruges
reason-erasure = en person slettes for sig
reason-unclean = der er tegn i den, som ikke kan vises
reason-ahead = den bygger på ændringer, som denne mappe ikke har
reason-newer = et nyere program har skrevet her; det kan kun læses
reason-approved = referatet blev godkendt forinden. Ret det med en rettelse
reason-before = den er afvist tidligere
reason-denied = det giver din rolle ikke adgang til
reason-hidden = det viser din rolle ikke
reason-another = den tilhører en anden bruger
reason-astray = en ændring bygger på noget, som denne mappe ikke har. Intet af den er taget med
reason-no-copy = din rolle må ikke have en kopi
reason-gap = der mangler en ændring i mappen i den anden ende, så kopien kan ikke hentes. Kør »referent check« dér
reason-renamed = i den anden ende er du nu en anden bruger. Det, der venter, er gemt. Start programmet igen
reason-building = databasen er ved at blive bygget op. Prøv om lidt
reason-unknown = personen er ikke i registret. Intet er ændret
reason-no-file = der er ingen fil på det sted
reason-not-a-file = det er ikke en fil
reason-too-large = filen er større end 50 MB
reason-unreadable = filen må ikke læses
reason-forged = det, der kom, er ikke den fil, der blev meldt; intet af den er gemt
reason-elsewhere = filer lægges ind på sekretariatets egen maskine eller fra din egen med referent join
