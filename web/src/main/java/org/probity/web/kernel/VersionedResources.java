package org.probity.web.kernel;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Puts a checksum of the content into the address of every static resource, so that browsers may keep it for ever. */
public class VersionedResources extends ResourceHandlerWrapper {

    private final Map<String, String> versions = new ConcurrentHashMap<>();

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
        String key = resource.getLibraryName() + "/" + resource.getResourceName();
        String known = versions.get(key);
        if (known == null) {
            known = checksum(resource);
            versions.put(key, known);
        }
        return known;
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
