package org.probity.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
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

    private static final int LAST_ASCII = 0x7e;

    /** Milliseconds. */
    private static final String TIMEOUT = "20000";

    private static final Map<String, String> PATIENCE = Map.of("mail.smtp.connectiontimeout", TIMEOUT,
            "mail.smtp.timeout", TIMEOUT, "mail.smtp.writetimeout", TIMEOUT);

    /** The connection is encrypted, to the host that was meant, or there is none: not even a password goes out before. */
    private static final Map<String, String> TLS = Map.of("mail.smtp.starttls.enable", "true", "mail.smtp.starttls.required", "true",
            "mail.smtp.ssl.checkserveridentity", "true", "mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");

    /** Whether mail leaves at all; without a server it is kept. */
    public boolean exists() {
        return !configured("PROBITY_SMTP_HOST", "").isEmpty();
    }

    /** Hands a mail to the server. Takes less than a minute. */
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
            return send(message(mail, session, from), session.getTransport("smtp"));
        } catch (AddressException e) {
            return new Result.Hopeless(e.toString());
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Result.NotTaken(e.toString());
        }
    }

    private static Result send(MimeMessage message, Transport transport) {
        try {
            transport.connect();
            return transmit(transport, message);
        } catch (MessagingException e) {
            return new Result.Unreachable(e.toString());
        } finally {
            hangUp(transport);
        }
    }

    /** From here on an error may come after the server took the mail; only a plain refusal is sure. */
    private static Result transmit(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Result.Taken();
        } catch (SendFailedException e) {
            boolean lineBroke = String.valueOf(e.getMessage()).contains("[EOF]");
            return lineBroke ? new Result.Unknown(e.toString()) : new Result.NotTaken(e.toString());
        } catch (MessagingException e) {
            return new Result.Unknown(e.toString());
        }
    }

    /** A farewell that goes wrong changes nothing about what the server took. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "The mail server broke off", e);
        }
    }

    private static MimeMessage message(Mail mail, Session session, InternetAddress from)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", mail.messageId());
            }
        };
        InternetAddress to = new InternetAddress(ascii(String.valueOf(mail.toAddress())), true);
        to.setPersonal(mail.toName(), StandardCharsets.UTF_8.name());
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setContentLanguage(new String[] {mail.language().code()});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(mail.queuedAt()));
        message.saveChanges();
        return message;
    }

    /**
     * As mail servers read it. Of any other letter only the lower half would be sent, which is another letter; and where a letter is
     * changed on the way to the name of a host, the mail would go to another host.
     */
    private static String ascii(String address) throws AddressException {
        int at = address.lastIndexOf('@') + 1;
        String host = address.substring(at).toLowerCase(Locale.ROOT);
        String name = isAscii(host) ? host : named(host);
        if (!isAscii(address.substring(0, at)) || !name.equals(host) && !IDN.toUnicode(name).equals(host)) {
            throw new AddressException("No server would read it as it is written");
        }
        return address.substring(0, at) + name;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(sign -> sign <= LAST_ASCII);
    }

    private static String named(String host) throws AddressException {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new AddressException("No name of a host");
        }
    }

    private static String configured(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
