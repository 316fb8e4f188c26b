-- Self-checks and advice on tone of the documents that come with Probity are nothing to be accused of; speaking for the board without
-- authority is (000 cl. 3.2, 003 cl. 4, 001 self-assessment, 004 self-checks). What is alleged already keeps its clause.
update clause set kind = 'RULE' where kind = 'DUTY' and clause_number = '3.2' and policy_id in (select p.id from policy p
    where p.source = 'City and Hackney Safeguarding Children Board, policy on the personal use of social media');
update clause set kind = 'GUIDANCE' where kind = 'RULE' and clause_number in ('AU 4.1', 'AU 4.2', 'AU 4.3', 'AU 4.4', 'AU 4.5')
    and policy_id in (select p.id from policy p
    where p.source = 'City and Hackney Safeguarding Children Board, Authorised Use of CHSCB Official Social Media Accounts, 24 May 2017');
update clause set kind = 'GUIDANCE' where kind = 'RULE' and clause_number in ('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9')
    and policy_id in (select p.id from policy p
    where p.source = 'Northumberland Safeguarding Children Board, social media guidance with model social media policy');
update clause set kind = 'GUIDANCE' where kind = 'RULE' and clause_number in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10')
    and policy_id in (select p.id from policy p
    where p.source = 'Cwm Taf Safeguarding Children Board and Safeguarding Adult Board, Social Networking: Practice Guidance, December 2014');
