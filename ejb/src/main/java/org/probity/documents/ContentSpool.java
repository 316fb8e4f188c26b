package org.probity.documents;

import java.io.IOException;
import java.io.InputStream;

/** Where large contents wait for whoever reads them, perhaps slowly: on disk, each in a {@link SpoolFile}. */
final class ContentSpool {

    private static final int CHUNK = 64 * 1024;

    /** A content that waits. @param file gone once it is closed */
    record Spooled(ContentBytes content, SpoolFile file) {

        void drop() {
            file.close();
        }
    }

    /** @throws IOException where the disk takes no more */
    Spooled keep(ContentBytes content) throws IOException {
        SpoolFile file = SpoolFile.open();
        try (InputStream from = content.source().stream()) {
            byte[] chunk = new byte[CHUNK];
            for (int some = from.read(chunk); some >= 0; some = from.read(chunk)) {
                file.write(chunk, 0, some);
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new Spooled(new ContentBytes(content.length(), file::stream), file);
    }
}
