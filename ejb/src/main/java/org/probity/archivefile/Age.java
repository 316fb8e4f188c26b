package org.probity.archivefile;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.probity.kernel.Refusal;

/** Encryption to a public key in the age format (age-encryption.org/v1, X25519), which other tools open too. */
public final class Age {

    private Age() {
    }

    /** A public key, as {@code age1…}, and the secret one that opens what is encrypted to it. */
    public record Pair(String recipient, String identity) {
    }

    public static Pair newPair() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Pair(pair.getPublic().toString(), pair.getPrivate().toString());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java does not know X25519", e);
        }
    }

    public static boolean isRecipient(String text) {
        try {
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    public static boolean isIdentity(String text) {
        try {
            X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** What is written into the stream arrives encrypted; closing it ends the encryption and closes what is below. */
    public static OutputStream encrypting(OutputStream to, String recipient) throws IOException {
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory().newEncryptingChannel(
                    Channels.newChannel(to), List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient))));
        } catch (GeneralSecurityException e) {
            throw new IOException("The archive cannot be encrypted", e);
        }
    }

    /**
     * The content of an encrypted file. Reading it fails where a byte was changed or the end is missing.
     *
     * @throws Refusal STATE where the key does not open it
     * @throws IOException where it cannot be read or is no such file
     */
    static InputStream decrypting(Path file, String identity) throws IOException {
        InputStream encrypted = Files.newInputStream(file);
        try {
            return Channels.newInputStream(new StandardDecryptingChannelFactory().newDecryptingChannel(
                    Channels.newChannel(encrypted), List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity))));
        } catch (GeneralSecurityException e) {
            encrypted.close();
            throw Refusal.state("archive.refused.wrongKey");
        } catch (IOException | RuntimeException e) {
            encrypted.close();
            throw new IOException("This is no archive", e);
        }
    }
}
