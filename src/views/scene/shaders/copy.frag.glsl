uniform highp sampler2D picture;

in vec2 place;
out vec4 colour;

void main() {
  colour = texture(picture, place);
}
