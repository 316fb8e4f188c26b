package org.probity.web.api;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.storage.AbstractStorageProvider;
import org.apache.james.mime4j.storage.DefaultStorageProvider;
import org.apache.james.mime4j.storage.MemoryStorageProvider;
import org.apache.james.mime4j.storage.Storage;
import org.apache.james.mime4j.storage.StorageOutputStream;
import org.apache.james.mime4j.storage.ThresholdStorageProvider;
import org.probity.documents.SpoolFile;

/**
 * Where the parts of a form wait that comes by the API, until it is in: small ones in memory, others each in a {@link SpoolFile}. The
 * server by itself would write them in plain to a folder that is everybody's, and leave them there where a form is cut off.
 */
@WebListener
public class SpooledParts implements ServletContextListener {

    /** The server asks for the default of its library where this is set, to whatever. */
    private static final String SET = DefaultStorageProvider.DEFAULT_STORAGE_PROVIDER_PROPERTY;

    /** In bytes; fields are shorter. */
    private static final int IN_MEMORY = 64 * 1024;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        DefaultStorageProvider.setInstance(new ThresholdStorageProvider(new Spool(), IN_MEMORY));
        System.setProperty(SET, SpooledParts.class.getName());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        System.clearProperty(SET);
        DefaultStorageProvider.setInstance(new MemoryStorageProvider());
    }

    private static final class Spool extends AbstractStorageProvider {

        @Override
        public StorageOutputStream createStorageOutputStream() throws IOException {
            return new Part(SpoolFile.open());
        }
    }

    private static final class Part extends StorageOutputStream {

        private final SpoolFile file;

        Part(SpoolFile file) {
            this.file = file;
        }

        @Override
        protected void write0(byte[] from, int offset, int length) throws IOException {
            file.write(from, offset, length);
        }

        @Override
        protected Storage toStorage0() {
            return new Kept(file);
        }
    }

    private record Kept(SpoolFile file) implements Storage {

        @Override
        public InputStream getInputStream() {
            return file.stream();
        }

        @Override
        public void delete() {
            file.close();
        }
    }
}
