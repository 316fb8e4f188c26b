package org.probity.web.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.access.Capacity;
import org.probity.casework.Team;

/** Every form whose button gives somebody a part in a case says beside it, before they press it, what that rules them out from. */
class LeftFormsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern BUTTON = Pattern.compile("<h:command(?:Button|Link)\\b[^>]*\\baction=\"#\\{(\\w+)\\.(\\w+)");
    private static final Pattern PAGE = Pattern.compile("<ui:param name=\"page\" value=\"#\\{(\\w+)}\"/>");
    private static final Pattern INCLUDE = Pattern.compile("<ui:include src=\"([^\"]+)\"");
    private static final Pattern NOTE = Pattern.compile("/investigation/parts/left\\.xhtml\"><ui:param name=\"of\" value=\"[^\"]+\"/><ui:param name=\"acting\" value=\"(\\w+)\"/>");

    /** Whoever was asked answers there, and has no part in the case by it; who writes it down for them does so at a form of their own. */
    private static final Set<String> OF_THE_SUBJECT = Set.of("removal/reply/details.xhtml", "cooperation/reply/details.xhtml");

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity");

    /** @param page from the root of the pages @param form with all that is in it, its button among that */
    private record Button(String page, String form, String bean, String method) {
    }

    @Test
    void whateverGivesAPartSaysWhatItRulesOut() {
        Set<String> held = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        files().filter(page -> !OF_THE_SUBJECT.contains(page)).flatMap(LeftFormsTest::buttons).forEach(button -> {
            Set<Capacity> parts = parts(button);
            Set<String> said = NOTE.matcher(button.form()).results().map(note -> note.group(1)).collect(Collectors.toSet());
            if (!parts.isEmpty()) {
                held.add(button.page());
            }
            if (!parts.isEmpty() && parts.stream().noneMatch(part -> said.contains(part.name()))) {
                silent.add(button.page() + " " + button.method() + " " + parts);
            }
        });
        assertThat(silent).isEmpty();
        assertThat(held).contains("detection/disclosure.xhtml", "detection/danger.xhtml", "removal/forms/takeback.xhtml", "findings/review.xhtml",
                "referral/approval.xhtml", "cooperation/forms/authority.xhtml").hasSizeGreaterThan(25);
    }

    /** Nobody takes a part by it, but whoever raises it has one less: they do not decide. */
    @Test
    void whoeverRaisesADisclosureReadsWhoIsLeftToDecide() {
        assertThat(buttons("detection/disclosure.xhtml").filter(button -> button.method().equals("raise")).map(Button::form)).singleElement().asString()
                .contains("disclosureTab.deciders(page.reference)", "id=\"left\"", "id=\"nobodyLeft\"");
    }

    /** In which capacities somebody may come to act by pressing it. */
    private static Set<Capacity> parts(Button button) {
        Set<Capacity> parts = new TreeSet<>();
        reached(method(button)).stream().filter(unit -> unit.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Team.class)
                && call.getName().equals("acts"))).flatMap(unit -> unit.getFieldAccesses().stream())
                .filter(read -> read.getTargetOwner().isEquivalentTo(Capacity.class)).forEach(read -> parts.add(Capacity.valueOf(read.getTarget().getName())));
        return parts;
    }

    private static Set<JavaCodeUnit> reached(JavaCodeUnit start) {
        Set<JavaCodeUnit> units = new LinkedHashSet<>(Set.of(start));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(units);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            Stream.concat(unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget().resolveMember()),
                    unit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget().resolveMember()))
                    .flatMap(found -> found.stream()).filter(found -> found.getOwner().getPackageName().startsWith("org.probity") && units.add(found))
                    .forEach(open::push);
        }
        return units;
    }

    private static JavaMethod method(Button button) {
        JavaClass bean = HOUSE.stream().filter(type -> type.isAnnotatedWith(Named.class)
                && (type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT) + type.getSimpleName().substring(1)).equals(button.bean()))
                .findFirst().orElseThrow(() -> new AssertionError("No bean " + button.bean() + " for " + button.page()));
        return bean.getAllMethods().stream().filter(method -> method.getName().equals(button.method())).findFirst()
                .orElseThrow(() -> new AssertionError("No " + button.method() + " of " + button.bean()));
    }

    private static Stream<Button> buttons(String page) {
        String text = text(page);
        List<Button> buttons = BUTTON.matcher(text).results().flatMap(found -> {
            String form = text.substring(Math.max(0, text.lastIndexOf("<pr:form", found.start())), end(text, found.end()));
            return beans(page, found.group(1)).map(bean -> new Button(page, form, bean, found.group(2)));
        }).toList();
        return buttons.stream();
    }

    private static int end(String text, int from) {
        int end = text.indexOf("</pr:form>", from);
        return end < 0 ? text.length() : end;
    }

    /** A part of pages calls whatever page it is in its own. */
    private static Stream<String> beans(String page, String name) {
        if (!name.equals("page")) {
            return Stream.of(name);
        }
        Set<String> found = pageOf(text(page)).collect(Collectors.toSet());
        return (found.isEmpty() ? files().map(LeftFormsTest::text).filter(text -> includes(text, "/" + page)).flatMap(LeftFormsTest::pageOf).collect(Collectors.toSet())
                : found).stream();
    }

    private static Stream<String> pageOf(String text) {
        return PAGE.matcher(text).results().map(found -> found.group(1)).toList().stream();
    }

    private static boolean includes(String text, String part) {
        Matcher include = INCLUDE.matcher(text);
        return include.results().anyMatch(found -> part.matches(Stream.of(found.group(1).split("#\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining("\\w+"))));
    }

    /** Names of all pages and parts, from their root. */
    private static Stream<String> files() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).map(file -> PAGES.relativize(file).toString().replace('\\', '/')).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String page) {
        try {
            return Files.readString(PAGES.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
