-- What a reporter added by their receipt code names no member, whoever was signed in then.
update note set author_name = '' where author = 'REPORTER';
