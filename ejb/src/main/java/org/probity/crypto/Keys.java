package org.probity.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.probity.kernel.Unguarded;

/**
 * The installation's own keys, made at the first start and kept outside the database: one that seals short secrets at rest
 * (AES-256 in GCM), and a pair that signs checkpoints of the audit (Ed25519, PEM). Who loses {@code secrets.key} loses what it
 * seals, so it belongs into every backup, apart from the database's.
 */
@Unguarded("It stands left of the door; ArchitectureTest keeps pages from it")
@ApplicationScoped
public class Keys {

    private static final String SECRETS = "secrets.key";
    private static final String PRIVATE = "checkpoint.key";
    private static final String PUBLIC = "checkpoint.pub";
    private static final String NEXT = ".next";

    /** Why the key that signs checkpoints is another one than before, as the operator says it for the start after it was lost. */
    private static final String DECLARED = "PROBITY_NEW_CHECKPOINT_KEY";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Characters of what a cookie carries; browsers take 4,096 with its name and attributes (RFC 6265, 6.1). */
    private static final int LONGEST_CARRIED = 3_800;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFolder folder;
    private SecretKey secrets;

    /** One value, so that whoever asks while it changes has both halves of one pair. */
    private volatile KeyPair checkpoints;

    /** In the folder that the environment names. */
    public Keys() {
        this(KeyFolder.configured());
    }

    Keys(KeyFolder folder) {
        this.folder = folder;
    }

    /**
     * @throws java.io.UncheckedIOException where the folder cannot be written or its keys cannot be read
     * @throws IllegalStateException where a key is missing that was there
     */
    @PostConstruct
    public void load() {
        read(() -> {
            requireAllOrNone();
            makeMissing();
            secrets = new SecretKeySpec(Base64.getDecoder().decode(folder.read(SECRETS).strip()), "AES");
        });
    }

    /**
     * Reads again which pair signs checkpoints, which another server may have changed. Nothing is made anew, and what seals secrets
     * stays, whatever lies in the folder now.
     *
     * @throws java.io.UncheckedIOException where its keys cannot be read
     * @throws IllegalStateException where a key is missing
     */
    public void reload() {
        read(() -> {
            for (String file : new String[] {SECRETS, PRIVATE}) {
                if (!folder.has(file)) {
                    throw new IllegalStateException("Nothing is signed: " + file + " is missing in " + folder + ". Put it back from the backup.");
                }
            }
        });
    }

    /** What is to be done first, and then the pair. */
    private interface Preparing {
        void make() throws IOException, GeneralSecurityException;
    }

    private void read(Preparing first) {
        folder.alone(() -> {
            try {
                first.make();
                finishTakingOver();
                checkpoints = new KeyPair(publicKey(PUBLIC), privateKey(PRIVATE));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IOException("A key in " + folder + " is damaged", e);
            }
        });
    }

    private PrivateKey privateKey(String file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes(folder.read(file))));
    }

    private PublicKey publicKey(String file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes(folder.read(file))));
    }

    /** A key that was there is not made anew in silence: what it sealed would be lost, and what it signed could not be checked. */
    private void requireAllOrNone() {
        boolean sealing = folder.has(SECRETS);
        boolean signingKey = folder.has(PRIVATE);
        if (!sealing && signingKey) {
            throw new IllegalStateException("Probity does not start: " + SECRETS + " is missing in " + folder
                    + ". Put it back from the backup; what it sealed cannot be opened with another key.");
        }
        if (sealing && !signingKey && declared().isEmpty()) {
            throw new IllegalStateException("Probity does not start: " + PRIVATE + " is missing in " + folder
                    + ". Put it back from the backup. If it is lost, say why in " + DECLARED + " for one start: the audit will show it for ever.");
        }
    }

    /** Why there is a new key for checkpoints, where the operator says so. */
    public static Optional<String> declared() {
        return Optional.ofNullable(System.getenv(DECLARED)).map(String::strip).filter(why -> !why.isEmpty());
    }

    private void makeMissing() throws IOException, GeneralSecurityException {
        if (!folder.has(SECRETS)) {
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            folder.write(SECRETS, Base64.getEncoder().encodeToString(key) + "\n");
        }
        if (!folder.has(PRIVATE)) {
            KeyPair pair = makePair();
            // the private one last: where it is missing, both are made anew
            folder.write(PUBLIC, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            folder.write(PRIVATE, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        }
    }

    /** A server that ended between the two moves had moved the private one. */
    private void finishTakingOver() throws IOException {
        if (folder.has(PUBLIC + NEXT) && !folder.has(PRIVATE + NEXT)) {
            folder.move(PUBLIC + NEXT, PUBLIC);
        }
    }

    /** A pair that might sign checkpoints. */
    public static KeyPair makePair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /** Keeps a pair that is to sign checkpoints from the next {@link #takeOver} on; one that was kept before is forgotten. */
    public void keepNext(KeyPair pair) {
        folder.alone(() -> {
            // the public one last: where only that is there, it was taking over
            folder.write(PRIVATE + NEXT, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            folder.write(PUBLIC + NEXT, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        });
    }

    /** Lets the pair that was kept last sign from now on, where it is the one that is meant; otherwise another server let it before. */
    public void takeOver(Predicate<PublicKey> meant) {
        folder.alone(() -> {
            if (folder.has(PRIVATE + NEXT) && folder.has(PUBLIC + NEXT) && meant.test(next())) {
                folder.move(PRIVATE + NEXT, PRIVATE);
                folder.move(PUBLIC + NEXT, PUBLIC);
            }
        });
        reload();
    }

    private PublicKey next() throws IOException {
        try {
            return publicKey(PUBLIC + NEXT);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A key in " + folder + " is damaged", e);
        }
    }

    /**
     * Seals a short secret for the database.
     *
     * @param purpose what it is for, and whose, such as {@code totp/42}; needed again to open it, so that a sealed secret
     *        copied to another row cannot be opened there
     * @return text of about 4/3 of the length, and 40 characters
     */
    public String seal(String purpose, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    /** @throws IllegalStateException where it was sealed with another key or for another purpose, or was changed */
    public String open(String purpose, String sealed) {
        ByteBuffer kept = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        kept.get(nonce);
        byte[] text = new byte[kept.remaining()];
        kept.get(text);
        return new String(crypt(Cipher.DECRYPT_MODE, purpose, nonce, text), StandardCharsets.UTF_8);
    }

    /**
     * The same for a cookie, so that nothing is kept here of whoever carries it.
     *
     * @return in signs that a cookie may hold (RFC 6265, 4.1.1); empty where it is longer than a browser takes
     */
    public String sealToCarry(String purpose, String text) {
        String sealed = seal(purpose, text);
        return sealed.length() > LONGEST_CARRIED ? "" : sealed.replace('+', '-').replace('/', '_').replace("=", "");
    }

    /** @param carried whatever a browser says it was given, or null; what was not sealed here for that purpose is nothing */
    public Optional<String> openCarried(String purpose, String carried) {
        if (carried == null || carried.isEmpty() || carried.length() > LONGEST_CARRIED) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(purpose, carried.replace('-', '+').replace('_', '/')));
        } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /**
     * A print of a short secret that only this installation can make: who has the database alone can try no guesses.
     *
     * @return HMAC-SHA-256 in hex
     */
    public String print(String purpose, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((purpose + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs checkpoints of the audit, and checks them. Who needs both halves asks once. */
    public KeyPair pair() {
        return checkpoints;
    }

    /** Checks what {@link #pair()} signed; handed to whoever wants to verify. */
    public PublicKey checking() {
        return checkpoints.getPublic();
    }

    /** The same as PEM. */
    public String checkingPem() {
        return pem("PUBLIC KEY", checking().getEncoded());
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secrets, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret kept for " + purpose + " cannot be opened with this installation's key", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + kind + "-----\n";
    }

    private static byte[] bytes(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
