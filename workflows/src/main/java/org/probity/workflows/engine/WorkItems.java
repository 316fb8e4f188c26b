package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.probity.access.Capacity;
import org.probity.access.Role;
import org.probity.kernel.Unguarded;
import org.probity.worklist.NewWork;
import org.probity.worklist.Work;

/**
 * Makes every human step of every process appear in a worklist, and disappear when a timer or a withdrawal takes the
 * step away. What is done by a person is ended by that act itself ({@link Work#finish}).
 */
@Unguarded("The engine calls it, and it writes through guarded services")
@ApplicationScoped
public class WorkItems extends AbstractBpmnParseListener {

    private final Work work;
    private final TaskAssignment taskAssignment;

    protected WorkItems() {
        this(null, null);
    }

    @Inject
    public WorkItems(Work work, TaskAssignment taskAssignment) {
        this.work = work;
        this.taskAssignment = taskAssignment;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskTarget taskTarget = desk(((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey(), activity.getId(), element);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opened -> open(opened, taskTarget));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::cancel);
    }

    private static TaskTarget desk(String process, String task, Element element) {
        Map<String, String> properties = new HashMap<>();
        element.element("extensionElements").elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties").elements()
                .forEach(property -> properties.put(property.attribute("name"), property.attribute("value")));
        return new TaskTarget(process, task, Role.valueOf(properties.get("role")), properties.get("target"),
                properties.get("stage"), properties.containsKey("capacity") ? Capacity.valueOf(properties.get("capacity")) : null);
    }

    private void open(DelegateTask task, TaskTarget taskTarget) {
        Steps.asSystem(task.getTenantId(), () -> {
            NewWork item = taskAssignment.item(task, taskTarget);
            work.open(item);
            if (taskAssignment.isHeld(item)) {
                work.hold(item.reference());
            }
            return null;
        });
    }

    private void cancel(DelegateTask task) {
        Steps.asSystem(task.getTenantId(), () -> {
            work.cancel(task.getId());
            return null;
        });
    }
}
