-- What a step makes of whoever does it: nobody is offered work that their part in the case forbids them.
alter table work_item add column capacity varchar(20);
update work_item set capacity = 'REVIEWED' where task = 'reviewFindings';
update work_item set capacity = 'APPROVED' where task in ('approveReferral', 'decideChallenge', 'authoriseAccess');
update work_item set capacity = 'INVESTIGATED' where role = 'OFFICER' and task not in ('closeInvestigation', 'checkDuties', 'answerQuestion', 'redirectReferral');
-- The case whose desk a mail leads to, so that it can be held back from whoever loses sight of the case.
alter table mail add column desk_of varchar(30);
create index mail_of_desk on mail (board, desk_of, status);
