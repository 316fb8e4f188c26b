package org.probity.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.probity.kernel.Unguarded;

/**
 * The mail server, where there is one: {@code PROBITY_SMTP_HOST} says so, {@code PROBITY_MAIL_FROM} is the sender.
 * Nothing else in Probity speaks SMTP.
 */
@Unguarded("It asks whether there is a mail server, and sends for its own package")
@ApplicationScoped
public class MailServer {

    /** What became of a mail. */
    sealed interface Result {

        /** The server has it. */
        record Taken() implements Result {
        }

        /** The server does not have it; it may be tried again. */
        record NotTaken(String why) implements Result {
        }

        /** There was no speaking to the server, so that it does not have it either. */
        record Unreachable(String why) implements Result {
        }

        /** No further try can help. */
        record Hopeless(String why) implements Result {
        }

        /** Nobody knows whether the server has it. */
        record Unknown(String why) implements Result {
        }
    }

    private static final Logger LOG = Logger.getLogger(MailServer.class.getName());

    /** Milliseconds, for each answer. */
    private static final String TIMEOUT = "20000";

    /** For all of a conversation; well below {@link Mail#PATIENCE}. */
    private static final Duration WHOLE = Duration.ofSeconds(60);

    /** Bytes that a server may say in a conversation, its certificates with them. */
    private static final long MOST = 64 * 1024;

    private static final Map<String, Object> PATIENCE = Map.of("mail.smtp.connectiontimeout", TIMEOUT,
            "mail.smtp.timeout", TIMEOUT, "mail.smtp.writetimeout", TIMEOUT,
            "mail.smtp.socketFactory", new MailSockets(WHOLE, MOST), "mail.smtp.socketFactory.fallback", "false");

    /** The connection is encrypted, to the host that was meant, or there is none: not even a password goes out before. */
    private static final Map<String, String> TLS = Map.of("mail.smtp.starttls.enable", "true", "mail.smtp.starttls.required", "true",
            "mail.smtp.ssl.checkserveridentity", "true", "mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");

    /** Whether mail leaves at all; without a server it is kept. */
    public boolean exists() {
        return !configured("PROBITY_SMTP_HOST", "").isEmpty();
    }

    /** Hands a mail to the server. Takes a minute at most, once its address is found. Looked up is a fixed name, no word of anybody. */
    @SuppressWarnings("BanJNDI")
    Result send(Mail mail) {
        try {
            InternetAddress from = new InternetAddress(configured("PROBITY_MAIL_FROM", "probity@example.org"), true);
            Session session = InitialContext.doLookup("java:jboss/mail/Probity");
            return send(mail, isTlsAsked(configured("PROBITY_SMTP_TLS", "false")) ? secured(session) : session, from);
        } catch (NamingException | AddressException e) {
            return new Result.NotTaken(e.toString());
        }
    }

    /** Anything but a plain no: a word that was mistyped must not mean that mail goes out in the clear. */
    static boolean isTlsAsked(String setting) {
        return !setting.equalsIgnoreCase("false");
    }

    static Session secured(Session session) {
        session.getProperties().putAll(TLS);
        return session;
    }

    static Result send(Mail mail, Session session, InternetAddress from) {
        PATIENCE.forEach(session.getProperties()::putIfAbsent);
        try {
            return send(new MailMessage(mail, session, from), session.getTransport("smtp"));
        } catch (AddressException e) {
            return new Result.Hopeless(e.toString());
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Result.NotTaken(e.toString());
        }
    }

    private static Result send(MailMessage message, Transport transport) {
        try {
            transport.connect();
            return transmit(transport, message);
        } catch (MessagingException e) {
            return new Result.Unreachable(e.toString());
        } finally {
            hangUp(transport);
        }
    }

    private static Result transmit(Transport transport, MailMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Result.Taken();
        } catch (MessagingException e) {
            if (e instanceof SendFailedException && isRefusal(String.valueOf(e.getMessage()), message.wentOut())) {
                return new Result.NotTaken(e.toString());
            }
            return message.wentOut() ? new Result.Unknown(e.toString()) : new Result.Unreachable(e.toString());
        }
    }

    /** After the text went out an error may come although the server took the mail: only a plain no is sure. */
    private static boolean isRefusal(String said, boolean wentOut) {
        return wentOut ? said.startsWith("4") || said.startsWith("5") : !said.contains("[EOF]");
    }

    /** A farewell that goes wrong changes nothing about what the server took. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "The mail server broke off", e);
        }
    }

    private static String configured(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
