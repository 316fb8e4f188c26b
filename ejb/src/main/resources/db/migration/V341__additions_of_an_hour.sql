-- What reporters added within an hour is asked at each addition, and looked back at when the hour is over.
create index note_written on note (board, author, written_at);
