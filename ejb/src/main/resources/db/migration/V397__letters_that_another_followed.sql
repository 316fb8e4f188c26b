-- Of what a request asked for several times, the last letter is to be posted: what was asked before is not asked any more.
delete from letter_posting where served_on is null and (
    exists (select 1 from removal_round n join removal_round later on later.request_id = n.request_id and later.number > n.number
        where n.letter_id = letter_posting.document_id)
    or exists (select 1 from cooperation_round n join cooperation_round later on later.request_id = n.request_id and later.number > n.number
        where n.letter_id = letter_posting.document_id));
