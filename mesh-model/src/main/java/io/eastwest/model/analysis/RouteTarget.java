package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * One place of a VirtualService that names a destination.
 *
 * @param destination what it names
 * @param path where
 */
record RouteTarget(Destination destination, DocumentPath path) {
    /** {@return all destinations: of tcp, tls and http rules, then the mirrors} */
    static List<RouteTarget> of(VirtualServiceSpec spec) {
        List<RouteTarget> targets = new ArrayList<>();
        for (int i = 0; i < spec.tcp().size(); i++) {
            addAll(spec.tcp().get(i).route(), AnalysisPaths.SPEC.field("tcp").index(i), targets);
        }
        for (int i = 0; i < spec.tls().size(); i++) {
            addAll(spec.tls().get(i).route(), AnalysisPaths.SPEC.field("tls").index(i), targets);
        }
        for (int i = 0; i < spec.http().size(); i++) {
            addAll(spec.http().get(i), AnalysisPaths.SPEC.field("http").index(i), targets);
        }
        return targets;
    }

    private static void addAll(IstioHttpRoute rule, DocumentPath path, List<RouteTarget> targets) {
        for (int i = 0; i < rule.route().size(); i++) {
            DocumentPath route = path.field("route").index(i).field("destination");
            targets.add(new RouteTarget(rule.route().get(i).destination(), route));
        }
        rule.mirror().ifPresent(mirror -> targets.add(new RouteTarget(mirror, path.field("mirror"))));
        for (int i = 0; i < rule.mirrors().size(); i++) {
            DocumentPath mirror = path.field("mirrors").index(i).field("destination");
            targets.add(new RouteTarget(rule.mirrors().get(i).destination(), mirror));
        }
    }

    private static void addAll(List<RouteDestination> route, DocumentPath rule, List<RouteTarget> targets) {
        for (int i = 0; i < route.size(); i++) {
            DocumentPath path = rule.field("route").index(i).field("destination");
            targets.add(new RouteTarget(route.get(i).destination(), path));
        }
    }
}
