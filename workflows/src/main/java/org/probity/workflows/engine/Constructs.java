package org.probity.workflows.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The elements and attributes of BPMN and DMN that Probity draws its processes and decisions with. Whatever else there is (scripts,
 * classes, listeners, connectors, forms, other languages) is refused before the engine makes anything of it, whoever put it
 * into the database.
 */
final class Constructs {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    private static final String TYPE = "http://www.w3.org/2001/XMLSchema-instance:type";

    private static final Map<String, Set<String>> OF_PROCESSES = Map.ofEntries(
            bpmn("definitions", "targetNamespace"), bpmn("message"), bpmn("process", "isExecutable", camunda("historyTimeToLive")),
            bpmn("documentation"), bpmn("extensionElements"), bpmn("startEvent", "isInterrupting"), bpmn("endEvent"),
            bpmn("boundaryEvent", "attachedToRef", "cancelActivity"), bpmn("terminateEventDefinition"), bpmn("timerEventDefinition"),
            bpmn("timeDate"), bpmn("timeCycle"), bpmn("messageEventDefinition", "messageRef"), bpmn("exclusiveGateway", "default"),
            bpmn("sequenceFlow", "sourceRef", "targetRef"), bpmn("conditionExpression", TYPE), bpmn("subProcess", "triggeredByEvent"),
            bpmn("serviceTask", camunda("asyncBefore"), camunda("expression")), bpmn("userTask", camunda("dueDate")),
            bpmn("callActivity", "calledElement", camunda("calledElementBinding")),
            bpmn("businessRuleTask", camunda("decisionRef"), camunda("decisionRefBinding"), camunda("mapDecisionResult"), camunda("resultVariable")),
            Map.entry(camunda("properties"), Set.of()), Map.entry(camunda("property"), Set.of("name", "value")),
            Map.entry(camunda("in"), Set.of("businessKey", "source", "target")), Map.entry(camunda("out"), Set.of("source", "target")));

    private static final Map<String, Set<String>> OF_DECISIONS = Map.ofEntries(
            dmn("definitions", "namespace"), dmn("decision", CAMUNDA_DMN + ":historyTimeToLive"), dmn("description"), dmn("decisionTable", "hitPolicy"),
            dmn("input", "label"), dmn("inputExpression", "typeRef"), dmn("inputEntry"), dmn("output", "label", "typeRef"),
            dmn("outputEntry"), dmn("rule"), dmn("text"));

    /** What the schema of BPMN says where a drawing says nothing. */
    private static final Set<String> UNSAID = Set.of("typeLanguage=http://www.w3.org/2001/XMLSchema", "textFormat=text/plain",
            "expressionLanguage=http://www.w3.org/1999/XPath", "isClosed=false", "processType=None", "startQuantity=1", "completionQuantity=1",
            "isForCompensation=false", "implementation=##unspecified", "implementation=##WebService", "parallelMultiple=false",
            "cancelActivity=true", "isInterrupting=true", "gatewayDirection=Unspecified", "triggeredByEvent=false");

    /** Where shapes lie on the drawing: nothing of it is run. */
    private static final Set<String> PICTURE = Set.of("http://www.omg.org/spec/BPMN/20100524/DI");

    /** A name, or words, numbers and truth values to compare with: nothing that could call anything. */
    private static final Pattern CELL = Pattern.compile("[\\w\\s\",<>=-]*");

    private Constructs() {
    }

    private static Map.Entry<String, Set<String>> bpmn(String name, String... attributes) {
        return named(BPMN + ":" + name, attributes);
    }

    private static Map.Entry<String, Set<String>> dmn(String name, String... attributes) {
        return named(DMN + ":" + name, attributes);
    }

    private static Map.Entry<String, Set<String>> named(String element, String... attributes) {
        Set<String> all = new HashSet<>(Set.of("id", "name"));
        all.addAll(Set.of(attributes));
        return Map.entry(element, Set.copyOf(all));
    }

    private static String camunda(String name) {
        return CAMUNDA + ":" + name;
    }

    /** @throws ProcessEngineException where anything in it is unknown here */
    static void requireKnown(Element element) {
        if (PICTURE.contains(element.getUri())) {
            return;
        }
        require(OF_PROCESSES, element.getUri() + ":" + element.getTagName(), element.attributes().stream()
                .filter(name -> !name.startsWith("xmlns:") && !name.equals("xmlns") && !UNSAID.contains(name + "=" + element.attribute(name))).toList());
        element.elements().forEach(Constructs::requireKnown);
    }

    /** @throws ProcessEngineException where anything in it is unknown here */
    static void requireKnown(org.w3c.dom.Element element) {
        String name = element.getNamespaceURI() + ":" + element.getLocalName();
        require(OF_DECISIONS, name, attributes(element.getAttributes()));
        if (name.equals(DMN + ":text") && !CELL.matcher(element.getTextContent()).matches()) {
            throw refused("the words of a " + name);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element inner) {
                requireKnown(inner);
            }
        }
    }

    private static List<String> attributes(NamedNodeMap attributes) {
        return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item)
                .filter(each -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI()))
                .map(each -> each.getNamespaceURI() == null ? each.getNodeName() : each.getNamespaceURI() + ":" + each.getLocalName()).toList();
    }

    private static void require(Map<String, Set<String>> known, String element, Collection<String> attributes) {
        if (!known.containsKey(element)) {
            throw refused(element);
        }
        attributes.stream().filter(name -> !known.get(element).contains(name)).findFirst().ifPresent(name -> {
            throw refused(name + " of " + element);
        });
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("A process or decision is refused: Probity draws none with " + what);
    }
}
