package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ReferenceGrant;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.List;
import java.util.Map;

/**
 * The Gateway API objects of a control plane, converted.
 *
 * @param classes classes of Gateways
 * @param listeners listeners by the object that holds them
 * @param inputs what the conversion looks up
 * @param routes the routes
 */
record GatewayApiObjects(
        GatewayClasses classes,
        Map<ParentKey, List<RouteListener>> listeners,
        RouteInputs inputs,
        RouteConversion routes) {
    static GatewayApiObjects of(ControlPlaneView view) {
        ReferenceGrants grants = new ReferenceGrants(view.configuration(ReferenceGrant.class));
        GatewayClasses classes = new GatewayClasses(view.configuration(GatewayClass.class));
        Map<ParentKey, List<RouteListener>> listeners =
                GatewayListeners.of(view, classes, new ListenerSecurity(new ListenerCertificates(view, grants)));
        RouteInputs inputs = new RouteInputs(view, grants, listeners);
        RouteConversion routes = new RouteConversion(inputs);
        view.configuration(HttpRoute.class).forEach(routes::addHttp);
        view.configuration(GrpcRoute.class).forEach(routes::addGrpc);
        view.configuration(TlsRoute.class).forEach(routes::addTls);
        return new GatewayApiObjects(classes, listeners, inputs, routes);
    }
}
