package org.probity.web.process;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture in a BPMN file: its shapes and edges, with what each stands for. */
record Diagram(List<Shape> shapes, List<Edge> edges) {

    private static final double MARGIN = 20;

    /** @param label where its name is written, or null where it is written inside */
    record Shape(String id, Kind kind, Box box, Box label) {
    }

    /** @param label where its name is written, or null where it has none */
    record Edge(String id, List<Point> points, Box label) {
    }

    record Box(double x, double y, double width, double height) {
    }

    record Point(double x, double y) {
    }

    /** What kind of element a shape stands for. */
    enum Kind {
        START, END, TIMER, MESSAGE, HUMAN, AUTOMATIC, CALL, GATEWAY, FRAME;

        boolean task() {
            return this == HUMAN || this == AUTOMATIC || this == CALL;
        }

        static Kind of(Element element) {
            return switch (element.getLocalName()) {
                case "userTask" -> HUMAN;
                case "callActivity" -> CALL;
                case "exclusiveGateway", "parallelGateway", "inclusiveGateway" -> GATEWAY;
                case "subProcess" -> FRAME;
                case "startEvent", "boundaryEvent", "intermediateCatchEvent", "endEvent" -> event(element);
                default -> AUTOMATIC;
            };
        }

        private static Kind event(Element element) {
            if (!children(element, "timerEventDefinition").isEmpty()) {
                return TIMER;
            }
            if (!children(element, "messageEventDefinition").isEmpty()) {
                return MESSAGE;
            }
            return element.getLocalName().equals("endEvent") ? END : START;
        }
    }

    /** @throws IllegalStateException where the file is no BPMN: a mistake of ours */
    static Diagram read(InputStream bpmn) {
        try (bpmn) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return of(factory.newDocumentBuilder().parse(bpmn));
        } catch (Exception e) {
            throw new IllegalStateException("A process cannot be drawn", e);
        }
    }

    private static Diagram of(Document document) {
        Map<String, Element> elements = new HashMap<>();
        all(document.getDocumentElement(), "*").forEach(e -> elements.put(e.getAttribute("id"), e));
        List<Shape> shapes = new ArrayList<>();
        for (Element shape : all(document.getDocumentElement(), "BPMNShape")) {
            String id = shape.getAttribute("bpmnElement");
            Element element = elements.get(id);
            if (element != null) {
                shapes.add(new Shape(id, Kind.of(element), box(children(shape, "Bounds").get(0)), label(shape)));
            }
        }
        List<Edge> edges = all(document.getDocumentElement(), "BPMNEdge").stream()
                .map(e -> new Edge(e.getAttribute("bpmnElement"), points(e), label(e))).toList();
        return new Diagram(shapes, edges);
    }

    /** What the picture takes, with a margin around it: shapes, names and the bends of edges. */
    Box extent() {
        List<Point> corners = new ArrayList<>();
        shapes.forEach(shape -> corners(shape.box(), shape.label(), corners));
        edges.forEach(edge -> {
            corners.addAll(edge.points());
            corners(edge.label(), null, corners);
        });
        double left = corners.stream().mapToDouble(Point::x).min().orElse(0) - MARGIN;
        double top = corners.stream().mapToDouble(Point::y).min().orElse(0) - MARGIN;
        double right = corners.stream().mapToDouble(Point::x).max().orElse(0) + MARGIN;
        double bottom = corners.stream().mapToDouble(Point::y).max().orElse(0) + MARGIN;
        return new Box(left, top, right - left, bottom - top);
    }

    private static void corners(Box box, Box label, List<Point> corners) {
        for (Box each : new Box[] {box, label}) {
            if (each != null) {
                corners.add(new Point(each.x(), each.y()));
                corners.add(new Point(each.x() + each.width(), each.y() + each.height()));
            }
        }
    }

    private static List<Point> points(Element edge) {
        return children(edge, "waypoint").stream().map(p -> new Point(number(p, "x"), number(p, "y"))).toList();
    }

    private static Box label(Element shapeOrEdge) {
        List<Element> labels = children(shapeOrEdge, "BPMNLabel");
        List<Element> bounds = labels.isEmpty() ? List.of() : children(labels.get(0), "Bounds");
        return bounds.isEmpty() ? null : box(bounds.get(0));
    }

    private static Box box(Element bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> children(Element parent, String name) {
        return all(parent, name).stream().filter(e -> e.getParentNode() == parent).toList();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
