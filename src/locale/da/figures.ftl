# Statistik: fremmøde, opgaver, henvendelser.
figures-title = Statistik
figures-attendance = Fremmøde til møderne
figures-organisations = Fremmøde efter organisation
figures-actions = Nye og afsluttede opgaver
figures-kinds = Henvendelser efter slags
figures-countries = Henvendelser efter land
figures-tab-attendance = Fremmøde
figures-tab-organisations = Organisationer
figures-tab-actions = Opgaver
figures-tab-kinds = Henvendelser
figures-tab-countries = Lande
figures-period = Periode
figures-came = Mødt
figures-apologies = Afbud
figures-absent = Udeblevet
figures-online = Online
figures-invited = Indkaldt
figures-members = Organisationer
figures-meetings = Mødt
figures-meetings-of = Møder
figures-opened = Nye
figures-closed = Afsluttet
figures-open = Åbne ved slut
figures-received = Modtaget
figures-handled = Besvaret
figures-quarter = { $quarter }. kvartal { $year }
figures-quarter-short = { $quarter }.kv { $year }
figures-latest = Tallene viser de seneste { $count } møder; deltagelsen er talt over alle.
figures-undated = { $count ->
    [one] Desuden er 1 opgave ikke opstået på et møde og er ikke talt med.
   *[other] Desuden er { $count } opgaver ikke opstået på et møde og er ikke talt med.
  }
figures-none = Der er intet at tælle endnu: ingen møder er holdt, og der er hverken opgaver eller henvendelser.
figures-none-here = Der er intet at tælle her.
figures-all-years = alle år
figures-picture = Figur
figures-row = Række
figures-series = Tal for
figures-shown = De seneste { $shown } af { $count }
command-go-figures = Statistik: fremmøde, opgaver, henvendelser
command-figures-next = Statistik for året efter
command-figures-back = Statistik for året før
command-figures-all = Statistik for ét netværk eller for alle
keywords-go-figures = figurer tal diagram graf fremmøde
hint-networks = Netværk
hint-figures = Statistik
status-title = Statusrapport
status-none = Der er intet at berette fra perioden.
status-activities = Aktiviteter
status-planned = planlagt
status-decisions = Beslutninger
status-decision = { $date }, { $meeting }, pkt. { $number }
status-actions = Opgaver
status-open = { $count ->
    [one] 1 opgave er åben:
   *[other] { $count } opgaver er åbne:
  }
status-due = frist { $due }
status-change = Ændring: { $change }
status-part = Del
status-came = { $came } af { $invited } mødt
status-product = Produkt
status-open-one = åben
