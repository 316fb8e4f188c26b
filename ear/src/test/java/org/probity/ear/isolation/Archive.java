package org.probity.ear.isolation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Which addresses and page parameters there are, as the web application in the built archive says itself. */
final class Archive extends ClassLoader {

    private static final String CLASSES = "WEB-INF/classes/";
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam\\s+name=\"([^\"]+)\"");

    private final Map<String, byte[]> files;

    private Archive(Map<String, byte[]> files) {
        super(Archive.class.getClassLoader());
        this.files = files;
    }

    static Archive open() {
        try (InputStream ear = Files.newInputStream(Path.of(System.getProperty("probity.ear")))) {
            byte[] war = unzip(ear).entrySet().stream().filter(file -> file.getKey().endsWith(".war")).findFirst()
                    .orElseThrow().getValue();
            return new Archive(unzip(new ByteArrayInputStream(war)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unzip(InputStream in) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().matches(".*(\\.war|\\.xhtml|/http/Route\\w*\\.class)")) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** The addresses at a board whose ids are of cases and what is in them; whoever holds a link is somebody else's question. */
    List<String> ofCases() {
        return addresses("AT_BOARD").stream().filter(address -> !Kind.in(address).contains(Kind.LINK)).toList();
    }

    /** Below a board: {@code AT_BOARD}; without one: {@code WITHOUT_BOARD}. */
    List<String> addresses(String which) {
        try {
            Field list = loadClass("org.probity.web.http.Routes").getDeclaredField(which);
            list.setAccessible(true);
            List<String> patterns = new ArrayList<>();
            for (Object address : (List<?>) list.get(null)) {
                Method pattern = address.getClass().getMethod("pattern");
                patterns.add((String) pattern.invoke(address));
            }
            return patterns;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all parameters that pages take from their address. */
    Set<String> viewParameters() {
        Set<String> names = new TreeSet<>();
        files.forEach((name, bytes) -> {
            Matcher parameters = PARAMETER.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (name.endsWith(".xhtml") && parameters.find()) {
                names.add(parameters.group(1));
            }
        });
        return names;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = files.get(CLASSES + name.replace('.', '/') + ".class");
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }
}
