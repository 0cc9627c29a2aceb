# What is printed and exported.

document-place = Place
document-time = Time
document-chair = Chair
document-present = Present
document-apologies = Apologies
document-absent = Absent
document-minute-taker = Minutes by
document-case-number = Case no.
