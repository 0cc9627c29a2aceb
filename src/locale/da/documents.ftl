# What is printed and exported.

document-place = Sted
document-time = Tid
document-chair = Mødeleder
document-present = Til stede
document-apologies = Afbud
document-absent = Udeblevet
document-minute-taker = Referent
document-case-number = Sagsnr.
