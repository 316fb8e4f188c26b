package org.probity.crypto;

import java.nio.file.Path;

/** Where the installation keeps what is not in its database. */
public final class Folders {

    private Folders() {
    }

    /**
     * The folder that an environment variable names, else one beside the embedded database.
     *
     * @param variable such as {@code PROBITY_KEYS}
     * @param usual name of the folder where the variable is not set
     */
    public static Path named(String variable, String usual) {
        String own = System.getenv(variable);
        return own == null || own.isBlank() ? data().resolve(usual) : Path.of(own.strip());
    }

    /** Where the embedded database lies, and what is ours beside it. */
    public static Path data() {
        String data = System.getenv("PROBITY_DATA");
        return Path.of(data != null ? data : System.getProperty("probity.data", System.getProperty("jboss.server.data.dir", "data")));
    }
}
