package org.probity.ear;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A mail server that keeps everything it is given. */
public final class Postbox implements AutoCloseable {

    /** What arrived. */
    public record Letter(String id, String to, String subject, String body) {
    }

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    public Postbox() {
        mail.start();
    }

    /** The settings that make a server send its mail here. */
    public Map<String, String> environment() {
        return Map.of("PROBITY_SMTP_HOST", "127.0.0.1", "PROBITY_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
    }

    public List<Letter> letters() {
        return Arrays.stream(mail.getReceivedMessages()).map(Postbox::letter).toList();
    }

    /** The lines of each head as they came, a folded one as one line. */
    public List<List<String>> heads() {
        return Arrays.stream(mail.getReceivedMessages()).map(Postbox::head).toList();
    }

    private static List<String> head(MimeMessage message) {
        try {
            return Collections.list(message.getAllHeaderLines());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mail.stop();
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(message.getMessageID(), message.getAllRecipients()[0].toString(), message.getSubject(),
                    message.getContent().toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
