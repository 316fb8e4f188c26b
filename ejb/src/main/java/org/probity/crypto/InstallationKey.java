package org.probity.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.probity.kernel.Unguarded;

/**
 * By which other installations know this one (Ed25519): it signs the archives that are written here. Where it is lost a new
 * one is made, and this installation's own older archives are a stranger's from then on.
 */
@Unguarded("It stands left of the door; ArchitectureTest keeps pages from it")
@ApplicationScoped
public class InstallationKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "installation.key";
    private static final String PUBLIC = "installation.pub";

    private final KeyFolder folder;
    private KeyPair pair;

    /** In the folder that the environment names. */
    public InstallationKey() {
        this(KeyFolder.configured());
    }

    InstallationKey(KeyFolder folder) {
        this.folder = folder;
    }

    /** @throws java.io.UncheckedIOException where the folder cannot be written or the key cannot be read */
    @PostConstruct
    void load() {
        folder.alone(() -> {
            try {
                if (!folder.has(PRIVATE)) {
                    make();
                }
                KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
                pair = new KeyPair(keys.generatePublic(new X509EncodedKeySpec(bytes(PUBLIC))),
                        keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IOException("The key of the installation in " + folder + " is damaged", e);
            }
        });
    }

    private void make() throws IOException, GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        // the private one last: where it is missing, both are made anew
        folder.write(PUBLIC, Base64.getEncoder().encodeToString(made.getPublic().getEncoded()) + "\n");
        folder.write(PRIVATE, Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()) + "\n");
    }

    private byte[] bytes(String file) throws IOException {
        return Base64.getDecoder().decode(folder.read(file).strip());
    }

    public PrivateKey signing() {
        return pair.getPrivate();
    }

    /** Checks what {@link #signing()} signed. */
    public PublicKey checking() {
        return pair.getPublic();
    }
}
