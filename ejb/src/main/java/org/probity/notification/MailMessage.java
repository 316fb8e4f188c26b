package org.probity.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;

/** A mail as it goes out. It knows whether any of it has: as long as nothing did, nobody can have it. */
final class MailMessage extends MimeMessage {

    private static final int LAST_ASCII = 0x7e;

    private final String id;
    private boolean wentOut;

    /** @throws AddressException where no server could read its address as it was meant */
    MailMessage(Mail mail, Session session, InternetAddress from) throws MessagingException, UnsupportedEncodingException {
        super(session);
        id = mail.messageId();
        InternetAddress to = new InternetAddress(ascii(String.valueOf(mail.toAddress())), true);
        to.setPersonal(mail.toName(), StandardCharsets.UTF_8.name());
        setFrom(from);
        setRecipient(Message.RecipientType.TO, to);
        setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        setText(mail.text(), StandardCharsets.UTF_8.name());
        setContentLanguage(new String[] {mail.language().code()});
        setHeader("Auto-Submitted", "auto-generated");
        setSentDate(Date.from(mail.queuedAt()));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Called once the server has agreed to take the text. */
    @Override
    public void writeTo(OutputStream out, String[] leftOut) throws IOException, MessagingException {
        wentOut = true;
        super.writeTo(out, leftOut);
    }

    /** Whether the server may have it. */
    boolean wentOut() {
        return wentOut;
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
}
