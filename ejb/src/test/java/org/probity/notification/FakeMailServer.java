package org.probity.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that answers as a test wants, and keeps what it was given. */
final class FakeMailServer extends MailServer {

    final List<String> sent = new CopyOnWriteArrayList<>();
    boolean there = true;
    Function<Mail, Result> answer = mail -> new Result.Taken();

    @Override
    public boolean exists() {
        return there;
    }

    @Override
    Result send(Mail mail) {
        sent.add(mail.key());
        return answer.apply(mail);
    }
}
