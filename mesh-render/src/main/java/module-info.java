/** What must be applied, and where? A topology in, one manifest tree per cluster out. */
module io.eastwest.render {
    requires transitive io.eastwest.model;
    requires transitive io.eastwest.pki;
    requires transitive io.eastwest.routing;
    requires com.fasterxml.jackson.databind;
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires org.eclipse.emf.ecore;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.eastwest.render;
    exports io.eastwest.render.compare;
    exports io.eastwest.render.diagram;
    exports io.eastwest.render.entry;
    exports io.eastwest.render.forecast;
    exports io.eastwest.render.install;
    exports io.eastwest.render.intent;
    exports io.eastwest.render.lint;
    exports io.eastwest.render.proof;
    exports io.eastwest.render.report;
}
