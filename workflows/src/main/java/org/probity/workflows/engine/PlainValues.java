package org.probity.workflows.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;

/**
 * Takes files and bytes out of what a variable can be, and keeps objects to where they are passed on within one act, as the answer
 * of a decision is: what the database holds is never made an object of a class it names.
 */
final class PlainValues extends AbstractProcessEnginePlugin {

    private static final Set<String> NOT_PLAIN = Set.of("file", "bytes");

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        VariableSerializers kinds = configuration.getVariableSerializers();
        NOT_PLAIN.forEach(name -> kinds.removeSerializer(kinds.getSerializerByName(name)));
        int place = kinds.getSerializerIndexByName(JavaObjectSerializer.NAME);
        kinds.removeSerializer(kinds.getSerializerByName(JavaObjectSerializer.NAME));
        kinds.addSerializer(new NeverRead(), place);
    }

    private static final class NeverRead extends JavaObjectSerializer {

        @Override
        protected Object deserializeFromByteArray(byte[] bytes, String type) {
            throw new ProcessEngineException("The engine reads no objects");
        }
    }
}
