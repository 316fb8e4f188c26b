package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.tenancy.CurrentBoard;
import org.probity.workflows.bench.Bench;

/** Whoever can write the engine's tables plants a process or a decision there: it is refused, and nothing of it runs. */
class PlantedDefinitionTest {

    private static final ProcessEngine ENGINE = Bench.processEngine();

    private static final AtomicInteger RUNS = new AtomicInteger();

    private static final String PLANTED = "planted";

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <process id="planted" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
            """;

    /** What an attacker would have run. */
    public static final class Bomb implements JavaDelegate, ExecutionListener {

        public Bomb() {
            RUNS.incrementAndGet();
        }

        @Override
        public void execute(DelegateExecution execution) {
            RUNS.incrementAndGet();
        }

        @Override
        public void notify(DelegateExecution execution) {
            RUNS.incrementAndGet();
        }
    }

    @BeforeEach
    void clear() throws SQLException {
        RUNS.set(0);
        remove();
    }

    /** The tests share their engine. */
    @AfterEach
    void remove() throws SQLException {
        for (String table : new String[] {"act_ge_bytearray", "act_re_procdef", "act_re_decision_def", "act_re_deployment"}) {
            write("delete from " + table + " where id_ like '" + PLANTED + "%'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<serviceTask id='t' camunda:class='BOMB'/>",
        "<serviceTask id='t' camunda:delegateExpression='${execution}'/>",
        "<serviceTask id='t' camunda:type='external' camunda:topic='x'/>",
        "<sendTask id='t' camunda:class='BOMB'/>",
        "<scriptTask id='t' scriptFormat='juel'><script>${\"\".getClass().forName(\"BOMB\").newInstance()}</script></scriptTask>",
        "<serviceTask id='t' camunda:expression='${true}'><extensionElements><camunda:executionListener event='start' class='BOMB'/></extensionElements></serviceTask>",
        "<serviceTask id='t' camunda:expression='${true}'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>${1}</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='t' camunda:expression='${true}'><extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
        "<serviceTask id='t' camunda:expression='${true}'><multiInstanceLoopCharacteristics camunda:collection='${x}'/></serviceTask>",
        "<userTask id='t' camunda:formHandlerClass='BOMB'/>",
        "<userTask id='t'><extensionElements><camunda:taskListener event='create' class='BOMB'/></extensionElements></userTask>",
        "<callActivity id='t' calledElement='x' camunda:variableMappingClass='BOMB'/>",
        "<serviceTask id='t' xmlns:a='http://activiti.org/bpmn' a:class='BOMB'/>"})
    void noOtherConstructIsLoaded(String step) throws SQLException {
        plantProcess(step);
        assertThatThrownBy(this::start).isInstanceOf(ProcessEngineException.class).hasStackTraceContaining("Probity draws none with");
        assertThat(RUNS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${\"\".getClass().forName(\"BOMB\").newInstance()}",
        "${execution.getClass().forName(\"BOMB\").newInstance()}",
        "${removalSteps.getClass().getClassLoader().loadClass(\"BOMB\").newInstance()}",
        "${removalSteps[\"class\"].classLoader}",
        "${removalSteps.class}",
        "${removalSteps.toString()}",
        "${removalSteps.hashCode()}",
        "${execution.processEngineServices.repositoryService}",
        "${execution.getProcessEngineServices()}",
        "${execution.setVariable(\"reference\", \"x\")}",
        "${execution.getVariable(\"reference\").getClass()}",
        "${reference.getClass()}",
        "${authenticatedUserId}",
        "${now()}",
        "${currentUser()}",
        "${task}",
        "${reference = \"other\"}"})
    void anExpressionReachesNothingButStepsAndValues(String expression) throws SQLException {
        plantProcess("<serviceTask id='t' camunda:expression='" + expression.replace("\"", "&quot;") + "'/>");
        assertThatThrownBy(this::start).isInstanceOf(ProcessEngineException.class);
        assertThat(RUNS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<inputExpression id='v'><text>impact.getClass().forName(\"BOMB\").newInstance()</text></inputExpression>",
        "<inputExpression id='v' expressionLanguage='javascript'><text>impact</text></inputExpression>"})
    void aPlantedDecisionIsRefused(String input) throws SQLException {
        plant("act_re_decision_def", "d.dmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="d" name="d" namespace="n"><decision id="planted" name="p" camunda:historyTimeToLive="P1D"><decisionTable id="t">
                <input id="i">%s</input><output id="o" name="x"/><rule id="r"><inputEntry id="e"><text>"A"</text></inputEntry>
                <outputEntry id="a"><text>"A"</text></outputEntry></rule></decisionTable></decision></definitions>""".formatted(input));
        assertThatThrownBy(() -> ENGINE.getDecisionService().evaluateDecisionTableById(PLANTED, Map.of("impact", "A")))
                .isInstanceOf(ProcessEngineException.class).hasStackTraceContaining("Probity draws none with");
        assertThat(RUNS).hasValue(0);
    }

    @Test
    void noScriptIsDeployedEither() {
        assertThatThrownBy(() -> ENGINE.getRepositoryService().createDeployment().addString("x.bpmn",
                process("<serviceTask id='t' camunda:class='BOMB'/>")).deploy()).isInstanceOf(ProcessEngineException.class);
    }

    private void plantProcess(String step) throws SQLException {
        plant("act_re_procdef", "p.bpmn", process(step));
    }

    private static String process(String step) {
        return (HEAD + step + "</process></definitions>").replace("BOMB", Bomb.class.getName());
    }

    private static void plant(String definitions, String resource, String xml) throws SQLException {
        write("insert into act_re_deployment (id_, name_) values ('planted', 'planted')");
        write("insert into act_ge_bytearray (id_, rev_, name_, bytes_, deployment_id_) values ('planted', 1, '" + resource + "', ?, 'planted')",
                xml.replace("BOMB", Bomb.class.getName()).getBytes(StandardCharsets.UTF_8));
        write("insert into " + definitions + " (id_, rev_, key_, version_, deployment_id_, resource_name_"
                + (definitions.equals("act_re_procdef") ? ", suspension_state_" : "") + ") values ('planted', 1, 'planted', 1, 'planted', '"
                + resource + "'" + (definitions.equals("act_re_procdef") ? ", 1" : "") + ")");
    }

    private void start() {
        CurrentBoard.run("chscb", () -> ENGINE.getRuntimeService().startProcessInstanceById(PLANTED, Map.of("reference", "REF-1")));
    }

    private static void write(String sql, Object... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:engine", "sa", "");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
