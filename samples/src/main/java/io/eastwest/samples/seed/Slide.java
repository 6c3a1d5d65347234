package io.eastwest.samples.seed;

/**
 * A snippet of the slides.
 *
 * @param number its number
 * @param title what it is
 * @param defect what is wrong with it as it is printed
 * @param rightForm what is rendered
 */
record Slide(int number, String title, String defect, String rightForm) {
    String toText() {
        return "-- " + number + ". " + title + "\nas printed: " + defect + "\n\n" + rightForm.stripTrailing() + "\n\n";
    }
}
