package io.eastwest.samples.text;

import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;

/** The answer to the question of a sample, as text for people. Not thread-safe. */
public final class Answer {
    private final StringBuilder text = new StringBuilder();

    private Answer(String question) {
        text.append("== ").append(question).append(" ==\n\n");
    }

    /**
     * Starts an answer.
     *
     * @param question the question
     * @return the answer, still empty
     */
    public static Answer to(String question) {
        return new Answer(question);
    }

    /**
     * Adds what happens to a call while all is well, with every step that led to it.
     *
     * @param explanation the decision and its steps; a step that was taken starts with {@code +}, another with {@code -}
     * @return this
     */
    public Answer today(Explanation explanation) {
        text.append("Today: ").append(explanation.toText()).append('\n');
        return this;
    }

    /**
     * Adds what happens to a call when something is broken.
     *
     * @param decision the decision, which names what is broken
     * @return this
     */
    public Answer outage(Decision decision) {
        text.append("Outage: ").append(decision.toText()).append('\n');
        return this;
    }

    /**
     * Adds a part with a title.
     *
     * @param title what the part tells
     * @param part the part, one line or more
     * @return this
     */
    public Answer text(String title, String part) {
        text.append(title).append('\n').append(part.stripTrailing()).append("\n\n");
        return this;
    }

    /** {@return all of it} */
    public String toText() {
        return text.toString();
    }
}
