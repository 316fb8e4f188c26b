package org.probity.workflows.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** No language of scripts is spoken here, whichever lies on the class path. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new UnsupportedOperationException("Processes run no scripts");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return null;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }
}
