# Figures: attendance, action items, enquiries.
figures-title = Figures
figures-attendance = Attendance at the meetings
figures-organisations = Attendance by organisation
figures-actions = Actions opened and closed
figures-kinds = Enquiries by kind
figures-countries = Enquiries by country
figures-tab-attendance = Attendance
figures-tab-organisations = Organisations
figures-tab-actions = Actions
figures-tab-kinds = Enquiries
figures-tab-countries = Countries
figures-period = Period
figures-came = Came
figures-apologies = Apologies
figures-absent = Absent
figures-online = Online
figures-invited = Invited
figures-members = Organisations
figures-meetings = Came
figures-meetings-of = Meetings
figures-opened = Opened
figures-closed = Closed
figures-open = Open at the end
figures-received = Received
figures-handled = Answered
figures-quarter = Quarter { $quarter } of { $year }
figures-quarter-short = Q{ $quarter } { $year }
figures-latest = Shown are the latest { $count } meetings; how often somebody came is counted over all of them.
figures-undated = { $count ->
    [one] 1 more action arose in no meeting and is not counted.
   *[other] { $count } more actions arose in no meeting and are not counted.
  }
figures-none = There is nothing to count yet: no meeting was held, and there are neither actions nor enquiries.
figures-none-here = There is nothing to count here.
figures-all-years = all years
figures-picture = Picture
figures-row = Row
figures-series = Series
figures-shown = The latest { $shown } of { $count }
command-go-figures = Figures: attendance, actions, enquiries
command-figures-next = Figures of the year after
command-figures-back = Figures of the year before
command-figures-all = Figures of one network or of all
keywords-go-figures = statistics charts pictures attendance graphs
hint-networks = Networks
hint-figures = Figures
status-title = Status report
status-none = There is nothing to tell from these days.
status-activities = Activities
status-planned = planned
status-decisions = Decisions
status-decision = { $date }, { $meeting }, item { $number }
status-actions = Actions
status-open = { $count ->
    [one] 1 action is open:
   *[other] { $count } actions are open:
  }
status-due = due { $due }
status-change = Change: { $change }
status-part = Part
status-came = { $came } of { $invited } came
status-product = Product
status-open-one = open
