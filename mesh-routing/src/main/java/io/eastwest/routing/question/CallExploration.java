package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries calls until every one is alike to one that was tried: all that proxies asked of it gets the same answers for both. Each
 * answer that was given cuts off the calls that would get another, and one of these is tried next. Not thread-safe.
 */
final class CallExploration {
    private final AxisValues values = new AxisValues();
    private final ReadLanguages languages = new ReadLanguages();
    private final ServerNames serverNames = new ServerNames();
    private final int most;

    /**
     * Explores.
     *
     * @param most more calls than this are not tried for one caller and target
     */
    CallExploration(int most) {
        this.most = most;
    }

    ReadLanguages languages() {
        return languages;
    }

    ServerNames serverNames() {
        return serverNames;
    }

    /** Something that decides a call and tells what was asked of it. */
    interface Trial {
        /**
         * Decides a call.
         *
         * @param call the call
         * @param single whether its path is the only one that it stands for
         * @return what was asked, with what is not understood
         */
        RequestReads of(Call call, boolean single);

        /** {@return whether no more calls are wanted} */
        default boolean isOver() {
            return false;
        }
    }

    /**
     * Tries one call of each class.
     *
     * @param start any of the calls
     * @param authorities the authorities that calls have; none: any
     * @param trial decides calls
     * @return why there may be classes of which no call was tried; empty: there are none
     */
    Set<String> explore(Call start, List<String> authorities, Trial trial) {
        Set<String> gaps = new LinkedHashSet<>();
        Deque<RequestRegion> open = new ArrayDeque<>();
        RequestRegion all = RequestRegion.all(values);
        open.add(authorities.isEmpty() ? all : all.with(RequestAxis.AUTHORITY, languages.texts(authorities)));
        int tried = 0;
        while (!open.isEmpty() && !trial.isOver()) {
            if (tried == most) {
                gaps.add("conditions tell more than " + most + " requests apart");
                break;
            }
            RequestRegion region = open.remove();
            Optional<Call> example = region.example(start);
            if (example.isEmpty()) {
                continue; // no call has all of these values
            }
            tried++;
            RequestReads reads =
                    trial.of(example.get(), region.of(RequestAxis.PATH).isSingle());
            gaps.addAll(reads.gaps());
            gaps.addAll(split(region, reads.all(), open));
        }
        return gaps;
    }

    /** Cuts off what would have been answered otherwise. */
    private static Set<String> split(RequestRegion region, List<RequestRead> reads, Deque<RequestRegion> open) {
        Set<String> gaps = new LinkedHashSet<>();
        RequestRegion rest = region;
        for (RequestRead read : reads) {
            Language now = rest.of(read.axis());
            Optional<Language.Cut> cut = now.cut(read.wanted());
            if (cut.isEmpty()) {
                gaps.add("conditions are too many to be understood exactly");
                continue;
            }
            Language same = read.held() ? cut.get().inside() : cut.get().outside();
            Language other = read.held() ? cut.get().outside() : cut.get().inside();
            if (same.isEmpty()) {
                gaps.add("a condition on " + read.axis().kind() + " "
                        + read.axis().name() + " is not understood exactly");
                continue;
            }
            if (!other.isEmpty()) {
                open.add(rest.with(read.axis(), other));
                rest = rest.with(read.axis(), same);
            }
        }
        return gaps;
    }
}
