/** What happens to this call? A pure function of snapshot, call and conditions. */
module io.eastwest.routing {
    requires transitive io.eastwest.model;
    requires com.dynatrace.hash4j;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires automaton;
    requires re2j;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.eastwest.routing;
    exports io.eastwest.routing.ambient;
    exports io.eastwest.routing.balancing;
    exports io.eastwest.routing.call;
    exports io.eastwest.routing.capacity;
    exports io.eastwest.routing.cluster;
    exports io.eastwest.routing.credential;
    exports io.eastwest.routing.destination;
    exports io.eastwest.routing.drift;
    exports io.eastwest.routing.diagram;
    exports io.eastwest.routing.endpoints;
    exports io.eastwest.routing.envoy;
    exports io.eastwest.routing.json;
    exports io.eastwest.routing.locality;
    exports io.eastwest.routing.inbound;
    exports io.eastwest.routing.invariant;
    exports io.eastwest.routing.outlier;
    exports io.eastwest.routing.gateway;
    exports io.eastwest.routing.gatewayapi;
    exports io.eastwest.routing.platform;
    exports io.eastwest.routing.proxy;
    exports io.eastwest.routing.question;
    exports io.eastwest.routing.rules;
    exports io.eastwest.routing.scope;
    exports io.eastwest.routing.security;
    exports io.eastwest.routing.shared;
    exports io.eastwest.routing.table;
    exports io.eastwest.routing.trace;
    exports io.eastwest.routing.trust;
    exports io.eastwest.routing.unmodelled;
    exports io.eastwest.routing.view;
    exports io.eastwest.routing.waypoint;
    exports io.eastwest.routing.ztunnel;
}
