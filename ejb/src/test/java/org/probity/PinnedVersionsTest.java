package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What Probity is built from and with is named by its exact version, so that what was tested is what is built again. */
class PinnedVersionsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("ejb", "workflows", "web", "ear");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** What Maven runs without being asked, in a version of its own choice where none is named. */
    private static final Set<String> UNASKED = Set.of("maven-clean-plugin", "maven-resources-plugin", "maven-compiler-plugin", "maven-surefire-plugin",
            "maven-jar-plugin", "maven-ejb-plugin", "maven-war-plugin", "maven-ear-plugin", "maven-install-plugin", "maven-deploy-plugin", "maven-site-plugin");

    private final Element root = read(ROOT.resolve("pom.xml"));
    private final Map<String, String> properties = properties();

    @Test
    void everyDependencyAndPluginHasAnExactVersion() {
        List<String> named = new ArrayList<>();
        for (Element pom : poms()) {
            for (String kind : List.of("dependency", "plugin", "artifactItem", "feature-pack")) {
                for (Element one : all(pom, kind)) {
                    String version = text(one, "version").isEmpty() ? managed(kind, one) : text(one, "version");
                    named.add(kind + " " + text(one, "artifactId") + " " + resolved(version));
                }
            }
        }
        System.out.println("PinnedVersionsTest: " + named.size() + " dependencies and plugins looked at");
        assertThat(named).hasSizeGreaterThan(100).allSatisfy(PinnedVersionsTest::isExact);
    }

    private static void isExact(String named) {
        String version = named.replaceFirst(".* ", "");
        boolean ours = named.matches("dependency probity-.*") && version.equals("1.0.0-SNAPSHOT");
        assertThat(ours || version.matches("[0-9][0-9A-Za-z.-]*") && !version.endsWith("SNAPSHOT")).as(named).isTrue();
    }

    @Test
    void whatMavenRunsUnaskedHasAVersionToo() {
        Set<String> managed = new TreeSet<>();
        all(child(child(root, "build"), "pluginManagement"), "plugin").forEach(plugin -> managed.add(text(plugin, "artifactId")));

        assertThat(managed).containsAll(UNASKED);
    }

    @Test
    void whatTheServerBringsInAnotherVersionIsNamedExactly() {
        String overridden = resolved(all(read(ROOT.resolve("ear/pom.xml")), "jboss-overridden-artifacts").get(0).getTextContent());

        assertThat(overridden.split("\\|")).allMatch(artifact -> artifact.matches("[\\w.-]+:[\\w.-]+:[0-9][\\w.-]*::jar"));
    }

    @Test
    void nothingComesFromAnywhereButMavenCentralAndMavenItselfIsNamed() throws IOException {
        assertThat(poms()).allSatisfy(pom -> assertThat(all(pom, "repository").size() + all(pom, "pluginRepository").size()).isZero());
        assertThat(Files.readString(ROOT.resolve(".mvn/wrapper/maven-wrapper.properties")))
                .containsPattern("distributionUrl=https://repo\\.maven\\.apache\\.org/.*/apache-maven-[0-9.]+-bin\\.zip");
    }

    /** The version the parent names for it; for what a list of versions is imported for, that of the list. */
    private String managed(String kind, Element one) {
        String artifact = text(one, "artifactId");
        List<Element> candidates = all(child(kind.equals("plugin") ? child(root, "build") : root, kind.equals("plugin") ? "pluginManagement" : "dependencyManagement"), kind);
        return candidates.stream().filter(c -> text(c, "artifactId").equals(artifact) && !text(c, "version").isEmpty()).map(c -> text(c, "version")).findFirst()
                .orElseGet(() -> candidates.stream().filter(c -> text(c, "scope").equals("import") && covers(c, one)).map(c -> text(c, "version")).findFirst().orElse("none"));
    }

    private static boolean covers(Element list, Element one) {
        String group = text(one, "groupId");
        return group.startsWith(text(list, "groupId"));
    }

    private String resolved(String version) {
        Matcher property = PROPERTY.matcher(version);
        return property.find() ? resolved(property.replaceFirst(Matcher.quoteReplacement(properties.getOrDefault(property.group(1), "unknown")))) : version;
    }

    private Map<String, String> properties() {
        Map<String, String> found = new TreeMap<>();
        found.put("project.version", text(root, "version"));
        for (Element pom : poms()) {
            for (Element list : all(pom, "properties")) {
                for (Node n = list.getFirstChild(); n != null; n = n.getNextSibling()) {
                    found.put(n.getNodeName(), n.getTextContent());
                }
            }
        }
        return found;
    }

    private List<Element> poms() {
        List<Element> poms = new ArrayList<>(List.of(root));
        MODULES.forEach(module -> poms.add(read(ROOT.resolve(module).resolve("pom.xml"))));
        return poms;
    }

    private static List<Element> all(Element in, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < in.getElementsByTagName(name).getLength(); i++) {
            found.add((Element) in.getElementsByTagName(name).item(i));
        }
        return found;
    }

    private static Element child(Element of, String name) {
        for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        throw new AssertionError("No " + name + " in " + of.getTagName());
    }

    private static String text(Element of, String name) {
        for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeName().equals(name)) {
                return n.getTextContent();
            }
        }
        return "";
    }

    private static Element read(Path pom) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(pom.toString(), e);
        }
    }
}
