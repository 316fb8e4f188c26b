package org.probity.workflows.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.xml.sax.SAXException;

/** Reads a decision, when it is deployed and whenever it is loaded from the database, and refuses any construct of no use here. */
final class KnownDecision extends DefaultDmnTransform {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private KnownDecision(DmnTransformer transformer) {
        super(transformer);
    }

    /** The settings of an engine that works out no other decisions. */
    static DefaultDmnEngineConfiguration only() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setTransformer(new DefaultDmnTransformer() {
            @Override
            public DmnTransform createTransform() {
                return new KnownDecision(this);
            }
        });
        return configuration;
    }

    @Override
    public void setModelInstance(InputStream decision) {
        try {
            byte[] bytes = decision.readAllBytes();
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            documents.setFeature(NO_DOCTYPE, true);
            documents.setNamespaceAware(true);
            Constructs.requireKnown(documents.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement());
            super.setModelInstance(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new ProcessEngineException("A decision cannot be read", e);
        }
    }
}
