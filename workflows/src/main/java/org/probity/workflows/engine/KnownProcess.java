package org.probity.workflows.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/** Reads a process, when it is deployed and whenever it is loaded from the database, and refuses any construct of no use here. */
final class KnownProcess extends BpmnParse {

    KnownProcess(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        Constructs.requireKnown(rootElement);
        super.parseRootElement();
    }
}
