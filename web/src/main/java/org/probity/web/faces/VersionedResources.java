package org.probity.web.faces;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Puts a checksum of the content into the address of every static resource, so that browsers may keep it for ever. Faces looks
 * for expressions in style sheets sign by sign, which anybody can have it do: it does so once for each. There are far fewer names
 * than {@link #MOST}; what somebody calls by more is worked out each time.
 */
public class VersionedResources extends ResourceHandlerWrapper {

    private static final String STYLE_SHEET = "text/css";

    static final int MOST = 500;

    private final Map<String, String> versions = new ConcurrentHashMap<>();
    private final Map<String, byte[]> styleSheets = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name) {
        return versioned(super.createResource(name));
    }

    @Override
    public Resource createResource(String name, String library) {
        return versioned(super.createResource(name, library));
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return versioned(super.createResource(name, library, contentType));
    }

    private Resource versioned(Resource resource) {
        return resource == null ? null : new Versioned(resource);
    }

    /** A style sheet may name other resources while it is read, so nothing is held while its checksum is worked out. */
    private String version(Resource resource) {
        String key = key(resource);
        String known = versions.get(key);
        if (known == null) {
            known = checksum(resource);
            keep(versions, key, known);
        }
        return known;
    }

    private byte[] styleSheet(Resource resource) throws IOException {
        String key = key(resource);
        byte[] known = styleSheets.get(key);
        if (known == null) {
            try (InputStream in = resource.getInputStream()) {
                known = in.readAllBytes();
            }
            keep(styleSheets, key, known);
        }
        return known;
    }

    private static <T> void keep(Map<String, T> all, String key, T known) {
        if (all.size() < MOST) {
            all.put(key, known);
        }
    }

    private static String key(Resource resource) {
        return resource.getLibraryName() + "/" + resource.getResourceName();
    }

    private static String checksum(Resource resource) {
        CRC32 sum = new CRC32();
        try (InputStream in = resource.getInputStream()) {
            sum.update(in.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Versioned extends ResourceWrapper {

        Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + "c=" + version(getWrapped());
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return STYLE_SHEET.equals(getContentType()) ? new ByteArrayInputStream(styleSheet(getWrapped())) : getWrapped().getInputStream();
        }

        @Override
        public String getContentType() {
            return getWrapped().getContentType();
        }

        @Override
        public String getResourceName() {
            return getWrapped().getResourceName();
        }

        @Override
        public String getLibraryName() {
            return getWrapped().getLibraryName();
        }
    }
}
