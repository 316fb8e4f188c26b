package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.access.Capacity;
import org.probity.access.Role;

/** What every diagram in this module keeps to. */
class DiagramLintTest {

    private static final Path PROCESSES = Path.of("src/main/resources/processes");
    private static final Path TEXTS = Path.of("../web/src/main/resources/text");
    private static final Set<String> TARGETS = Set.of("investigation", "removal-request", "cooperation-request", "referral");

    static Stream<String> processes() throws IOException {
        try (Stream<Path> files = Files.list(PROCESSES)) {
            return files.map(file -> file.getFileName().toString().replace(".bpmn", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void theFileIsNamedAfterItsProcessWhichSaysHowLongItsHistoryIsKept(String name) {
        Process process = model(name).getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId()).isEqualTo(name);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).startsWith("P");
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void idsAreWordsOfOursAndEveryNodeHasAName(String name) {
        assertThat(all(name, FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getId()).matches("[a-z]+([A-Z][a-z]+)*");
            assertThat(node.getName()).as(node.getId()).isNotBlank();
        });
        assertThat(all(name, SequenceFlow.class)).allSatisfy(flow -> assertThat(flow.getId())
                .isEqualTo(flow.getSource().getId() + "-to-" + flow.getTarget().getId()));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyHumanStepSaysWhoseItIsWhatItIsAboutAndByWhen(String name) {
        assertThat(all(name, UserTask.class)).allSatisfy(task -> {
            Map<String, String> properties = task.getExtensionElements().getElementsQuery()
                    .filterByType(CamundaProperties.class).singleResult()
                    .getCamundaProperties().stream()
                    .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
            assertThat(properties).as(task.getId()).containsKeys("role", "target", "stage");
            properties.computeIfPresent("capacity", (key, capacity) -> Capacity.valueOf(capacity).name());
            assertThat(properties.keySet()).as(task.getId()).isSubsetOf("role", "target", "stage", "capacity");
            assertThat(Role.valueOf(properties.get("role"))).isIn(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE);
            assertThat(TARGETS).contains(properties.get("target"));
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateGroups()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatFollowsATimerRunsInATransactionOfItsOwn(String name) {
        BpmnModelInstance model = model(name);
        List<FlowNode> followers = all(model, CatchEvent.class).stream().filter(DiagramLintTest::isTimer)
                .map(timer -> first(model, timer)).toList();
        assertThat(followers).allSatisfy(node -> assertThat(node.isCamundaAsyncBefore()).as(node.getId()).isTrue());
        assertThat(all(model, FlowNode.class)).filteredOn(FlowNode::isCamundaAsyncBefore)
                .as("only what follows a timer is asynchronous").containsExactlyInAnyOrderElementsOf(followers);
    }

    private static boolean isTimer(CatchEvent event) {
        Collection<EventDefinition> definitions = event.getEventDefinitions();
        return definitions.stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** The first step after a timer, inside a sub-process too. */
    private static FlowNode first(BpmnModelInstance model, CatchEvent timer) {
        FlowNode next = outgoing(model, timer).get(0).getTarget();
        return next instanceof SubProcess sub
                ? outgoing(model, sub.getChildElementsByType(StartEvent.class).iterator().next()).get(0).getTarget() : next;
    }

    private static List<SequenceFlow> outgoing(BpmnModelInstance model, FlowNode node) {
        return all(model, SequenceFlow.class).stream().filter(flow -> flow.getSource().equals(node)).toList();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyServiceStepCallsTheStepsOfItsProcess(String name) {
        assertThat(all(name, ServiceTask.class)).allSatisfy(task -> assertThat(task.getCamundaExpression())
                .matches("\\$\\{" + beanOf(name) + "\\.[a-zA-Z]+\\(execution\\)}"));
    }

    private static String beanOf(String process) {
        return Map.of("breach-investigation", "investigationSteps", "detection", "detectionSteps",
                "content-removal", "removalSteps", "co-operation", "cooperationSteps",
                "disciplinary-referral", "referralSteps").get(process);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyDecisionHasALabelledWayOut(String name) {
        BpmnModelInstance model = model(name);
        List<ExclusiveGateway> decisions = all(model, ExclusiveGateway.class).stream()
                .filter(gateway -> outgoing(model, gateway).size() > 1).toList();
        assertThat(decisions).isNotEmpty().allSatisfy(gateway -> assertThat(outgoing(model, gateway)).allSatisfy(flow -> {
            assertThat(flow.getName()).as(flow.getId()).isNotBlank();
            assertThat(flow.getConditionExpression() != null || flow.equals(gateway.getDefault())).as(flow.getId()).isTrue();
        }));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsDrawnAndNothingOverlaps(String name) {
        BpmnModelInstance model = model(name);
        Map<String, Bounds> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), BpmnShape::getBounds));
        Map<String, List<Waypoint>> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                .collect(Collectors.toMap(edge -> edge.getBpmnElement().getId(), edge -> List.copyOf(edge.getWaypoints())));
        assertThat(shapes.keySet()).containsExactlyInAnyOrderElementsOf(ids(all(name, FlowNode.class)));
        assertThat(edges.keySet()).containsExactlyInAnyOrderElementsOf(ids(all(name, SequenceFlow.class)));
        assertThat(edges.values()).allSatisfy(DiagramLintTest::runsStraight);
        List<FlowNode> boxes = all(name, FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess) && !(node instanceof BoundaryEvent)).toList();
        for (FlowNode one : boxes) {
            boxes.stream().filter(other -> !other.equals(one)).forEach(other -> assertThat(apart(shapes.get(one.getId()),
                    shapes.get(other.getId()))).as(one.getId() + " and " + other.getId()).isTrue());
        }
    }

    private static void runsStraight(List<Waypoint> points) {
        assertThat(points).hasSizeGreaterThanOrEqualTo(2);
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            assertThat(from.getX().equals(to.getX()) || from.getY().equals(to.getY())).isTrue();
        }
    }

    private static boolean apart(Bounds one, Bounds other) {
        return one.getX() + one.getWidth() <= other.getX() || other.getX() + other.getWidth() <= one.getX()
                || one.getY() + one.getHeight() <= other.getY() || other.getY() + other.getHeight() <= one.getY();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyNameIsInBothLanguagesAndTheEnglishOneIsTheOneDrawn(String name) {
        Properties english = texts("process.properties");
        Properties welsh = texts("process_cy.properties");
        Process process = model(name).getModelElementsByType(Process.class).iterator().next();
        assertThat(english.getProperty("process." + name)).isEqualTo(process.getName());
        assertThat(welsh.getProperty("process." + name)).isNotBlank();
        List<FlowElement> named = all(name, FlowElement.class).stream().filter(element -> element.getName() != null).toList();
        assertThat(named).allSatisfy(element -> {
            String key = "process." + name + "." + element.getId();
            assertThat(english.getProperty(key)).as(key).isEqualTo(element.getName());
            assertThat(welsh.getProperty(key)).as(key).isNotBlank();
        });
    }

    private static Properties texts(String file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    @ParameterizedTest
    @MethodSource("processes")
    void calledProcessesExistAndAreOfTheSameDeployment(String name) {
        assertThat(all(name, CallActivity.class)).allSatisfy(call -> {
            assertThat(PROCESSES.resolve(call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
        });
    }

    private static <T extends FlowElement> List<T> all(String name, Class<T> type) {
        return all(model(name), type);
    }

    private static <T extends FlowElement> List<T> all(BpmnModelInstance model, Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private static List<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }

    private static BpmnModelInstance model(String name) {
        try (InputStream file = Files.newInputStream(PROCESSES.resolve(name + ".bpmn"))) {
            return Bpmn.readModelFromStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
