package org.probity.crypto;

import java.nio.file.Path;

/** Keys of their own for a test. */
public final class TestKeys {

    private TestKeys() {
    }

    public static Keys in(Path folder) {
        Keys keys = new Keys(new KeyFolder(folder));
        keys.load();
        return keys;
    }
}
