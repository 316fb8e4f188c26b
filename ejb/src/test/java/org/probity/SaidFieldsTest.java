package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.access.Act;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.member.Directory;

/**
 * What anybody may write into a case is asked whether it gives a password away: every text that an act of somebody brings, in a
 * form or by itself, goes through the checks that refuse one. Read from the sources, so that the next field is asked too.
 */
class SaidFieldsTest {

    private static final Set<String> ROOMS = Set.of("cooperation", "removal", "referral", "investigation", "exclusion", "correspondence",
            "concern", "closure", "casework", "evidence", "detection", "findings", "outcome", "disclosure");

    private static final Pattern ASKED = Pattern.compile("\\.(?:text|max|name|email)\\((?:field \\+ )?\"[^\"]*\",\\s*"
            + "(?:\\w+\\.)?(\\w+)(?:\\(\\))?\\s*[,)]");

    /** Each with what is asked instead. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("Duties.profession", "is one of those that are known"),
            Map.entry("EvidenceLocker.addFile.fileName", "the file is checked"),
            Map.entry("InvestigationQueries.search.text", "asked once it is stripped"),
            Map.entry("NewItem.clause", "is one of the policy"),
            Map.entry("NewPerson.profession", "is one of those that are known"),
            Map.entry("Pack.fingerprint", "only compared"),
            Map.entry("PackItem.redactedText", "its source's words, and what is put between them is asked"),
            Map.entry("People.list.text", "kept nowhere"),
            Map.entry("Told.regulator", "is one of those that are known"),
            Map.entry("TriageForm.duplicateOf", "is a case in sight"),
            Map.entry("TriageForm.inPostReasons", "asked where being in post is kept"),
            Map.entry("Upload.fileName", "the file is checked"));

    /** What finds a case or a rule and is no text. */
    private static final Set<String> KEYS = Set.of("reference", "code", "unseen", "carried");

    @Test
    void everyTextOfAFormThatReachesACaseIsAskedForSecrets() throws Exception {
        Set<String> unasked = new TreeSet<>();
        Set<String> texts = new TreeSet<>();
        for (Class<?> service : services()) {
            for (Method act : service.getDeclaredMethods()) {
                Permitted permitted = act.getAnnotation(Permitted.class);
                if (permitted == null || permitted.value() == Act.INTERNAL || permitted.value() == Act.CLOCKWORK) {
                    continue;
                }
                for (Parameter given : act.getParameters()) {
                    if (given.getType() == String.class && !given.isAnnotationPresent(OfCase.class)) {
                        note(service.getSimpleName() + "." + act.getName(), given.getName(), asked(service), texts, unasked);
                    }
                    fields(given.getParameterizedType(), asked(service), texts, unasked, new HashSet<>());
                }
            }
        }
        System.out.println("SaidFieldsTest: " + texts.size() + " texts: " + texts);
        assertThat(texts).hasSizeGreaterThan(50);
        assertThat(unasked).isEqualTo(new TreeSet<>(OTHERWISE.keySet()));
    }

    private static List<Class<?>> services() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/classes/org/probity"))) {
            return files.map(path -> Path.of("target/classes").relativize(path).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> ROOMS.contains(name.split("\\.")[2])).<Class<?>>map(SaidFieldsTest::named).toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, SaidFieldsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts of a form, and of the forms in it. */
    private static void fields(Type type, Set<String> asked, Set<String> texts, Set<String> unasked, Set<Type> seen) throws IOException {
        if (type instanceof ParameterizedType many) {
            for (Type one : many.getActualTypeArguments()) {
                fields(one, asked, texts, unasked, seen);
            }
        } else if (type instanceof Class<?> form && form.isRecord() && form.getName().startsWith("org.probity.") && seen.add(type)) {
            Set<String> here = Stream.of(asked, asked(form), asked(Directory.class)).flatMap(Set::stream).collect(Collectors.toSet());
            for (RecordComponent field : form.getRecordComponents()) {
                if (field.getType() == String.class) {
                    note(form.getSimpleName(), field.getName(), here, texts, unasked);
                }
                fields(field.getGenericType(), asked, texts, unasked, seen);
            }
        }
    }

    private static void note(String where, String what, Set<String> asked, Set<String> texts, Set<String> unasked) {
        if (!KEYS.contains(what)) {
            texts.add(where + "." + what);
            if (!asked.contains(what)) {
                unasked.add(where + "." + what);
            }
        }
    }

    /** Which names the checks of a room are given. */
    private static Set<String> asked(Class<?> of) throws IOException {
        Set<String> asked = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java", of.getPackageName().replace('.', '/')))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        return asked;
    }
}
