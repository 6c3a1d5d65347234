package io.eastwest.testing.mutation;

import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.VirtualServiceSpecBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes of a VirtualService. */
final class VirtualServiceMutator {
    private final VirtualService virtualService;
    private final VirtualServiceSpec spec;
    private final Consumer<Mutation> found;

    private VirtualServiceMutator(VirtualService virtualService, Consumer<Mutation> found) {
        this.virtualService = virtualService;
        this.spec = virtualService.spec();
        this.found = found;
    }

    static void add(VirtualService virtualService, Consumer<Mutation> found) {
        VirtualServiceMutator mutator = new VirtualServiceMutator(virtualService, found);
        for (int i = 0; i < mutator.spec.http().size(); i++) {
            mutator.addHttp(i);
        }
        for (int i = 0; i < mutator.spec.tls().size(); i++) {
            mutator.addTls(i);
        }
        for (int i = 0; i < mutator.spec.tcp().size(); i++) {
            mutator.addTcp(i);
        }
        if (!mutator.spec.exportTo().isEmpty()) {
            mutator.add(
                    MutationOperator.DROP_EXPORT,
                    "spec.exportTo",
                    "exportTo is missing",
                    mutator.spec.toBuilder().exportTo(List.of()));
        }
    }

    private void add(MutationOperator operator, String path, String text, VirtualServiceSpecBuilder changed) {
        found.accept(new Mutation(
                operator,
                path,
                text,
                Optional.of(virtualService.toBuilder().spec(changed.build()).build())));
    }

    private void addHttp(int index) {
        String path = "spec.http[" + index + "]";
        List<IstioHttpRoute> rules = spec.http();
        IstioHttpRoute rule = rules.get(index);
        add(
                MutationOperator.DELETE_RULE,
                path,
                "the rule is missing",
                spec.toBuilder().http(Edits.without(rules, index)));
        if (index + 1 < rules.size()) {
            add(
                    MutationOperator.SWAP_RULES,
                    path,
                    "the rule comes after the next one",
                    spec.toBuilder().http(Edits.swapped(rules, index)));
        }
        Function<IstioHttpRoute, VirtualServiceSpecBuilder> with =
                changed -> spec.toBuilder().http(Edits.with(rules, index, changed));
        new HttpMatchMutator(
                        path,
                        rule.match(),
                        (operator, where, text, match) -> add(
                                operator,
                                where,
                                text,
                                with.apply(rule.toBuilder().match(match).build())))
                .addAll();
        for (int i = 0; i < rule.route().size(); i++) {
            addDestination(path + ".route", rule, i, with);
        }
        addSettings(path, rule, with);
    }

    private void addDestination(
            String path, IstioHttpRoute rule, int index, Function<IstioHttpRoute, VirtualServiceSpecBuilder> with) {
        List<HttpRouteDestination> routes = rule.route();
        HttpRouteDestination route = routes.get(index);
        String where = path + "[" + index + "]";
        Function<List<HttpRouteDestination>, VirtualServiceSpecBuilder> withRoutes =
                changed -> with.apply(rule.toBuilder().route(changed).build());
        if (routes.size() > 1) {
            add(
                    MutationOperator.DELETE_DESTINATION,
                    where,
                    "the destination is missing",
                    withRoutes.apply(Edits.without(routes, index)));
        }
        if (index + 1 < routes.size()) {
            HttpRouteDestination next = routes.get(index + 1);
            int moved = Edits.moved(route.weight(), next.weight(), 0);
            List<HttpRouteDestination> shifted =
                    Edits.with(Edits.with(routes, index, weighing(route, -moved)), index + 1, weighing(next, moved));
            add(
                    MutationOperator.SHIFT_WEIGHT,
                    where,
                    "weight " + moved + " is with the next destination",
                    withRoutes.apply(shifted));
        }
        Destination destination = route.destination();
        destination
                .subset()
                .ifPresent(subset -> add(
                        MutationOperator.DROP_SUBSET_REFERENCE,
                        where + ".destination.subset",
                        "subset " + subset + " is not named",
                        withRoutes.apply(Edits.with(
                                routes,
                                index,
                                to(
                                        route,
                                        destination.toBuilder()
                                                .subset(Optional.empty())
                                                .build())))));
        OptionalInt port = destination.port().map(PortSelector::number).orElse(OptionalInt.empty());
        if (port.isPresent()) {
            add(
                    MutationOperator.CHANGE_PORT,
                    where + ".destination.port",
                    "the port is " + (port.getAsInt() + 1),
                    withRoutes.apply(Edits.with(routes, index, to(route, destination.onPort(port.getAsInt() + 1)))));
        }
    }

    private static HttpRouteDestination weighing(HttpRouteDestination route, int more) {
        return route.toBuilder().weight(route.weight().orElse(0) + more).build();
    }

    private static HttpRouteDestination to(HttpRouteDestination route, Destination destination) {
        return route.toBuilder().destination(destination).build();
    }

    private void addSettings(
            String path, IstioHttpRoute rule, Function<IstioHttpRoute, VirtualServiceSpecBuilder> with) {
        HttpSettings.dropped(rule).forEach((field, changed) -> {
            if (!changed.equals(rule)) {
                add(MutationOperator.DROP_SETTING, path + "." + field, field + " is missing", with.apply(changed));
            }
        });
    }

    private void addTls(int index) {
        IstioTlsRoute rule = spec.tls().get(index);
        addStream(
                "spec.tls[" + index + "]",
                rule.route(),
                spec.toBuilder().tls(Edits.without(spec.tls(), index)),
                routes -> spec.toBuilder()
                        .tls(Edits.with(
                                spec.tls(),
                                index,
                                rule.toBuilder().route(routes).build())));
    }

    private void addTcp(int index) {
        IstioTcpRoute rule = spec.tcp().get(index);
        addStream(
                "spec.tcp[" + index + "]",
                rule.route(),
                spec.toBuilder().tcp(Edits.without(spec.tcp(), index)),
                routes -> spec.toBuilder()
                        .tcp(Edits.with(
                                spec.tcp(),
                                index,
                                rule.toBuilder().route(routes).build())));
    }

    private void addStream(
            String path,
            List<RouteDestination> routes,
            VirtualServiceSpecBuilder without,
            Function<List<RouteDestination>, VirtualServiceSpecBuilder> with) {
        add(MutationOperator.DELETE_RULE, path, "the rule is missing", without);
        for (int i = 0; i < routes.size() && routes.size() > 1; i++) {
            String where = path + ".route[" + i + "]";
            add(
                    MutationOperator.DELETE_DESTINATION,
                    where,
                    "the destination is missing",
                    with.apply(Edits.without(routes, i)));
            if (i + 1 < routes.size()) {
                int moved =
                        Edits.moved(routes.get(i).weight(), routes.get(i + 1).weight(), 0);
                add(
                        MutationOperator.SHIFT_WEIGHT,
                        where,
                        "weight " + moved + " is with the next destination",
                        with.apply(Edits.with(
                                Edits.with(routes, i, weighing(routes.get(i), -moved)),
                                i + 1,
                                weighing(routes.get(i + 1), moved))));
            }
        }
    }

    private static RouteDestination weighing(RouteDestination route, int more) {
        return route.toBuilder().weight(route.weight().orElse(0) + more).build();
    }
}
