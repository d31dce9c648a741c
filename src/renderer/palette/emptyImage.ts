/** The canvas draws what is dragged, snapped to its grid; the pointer carries nothing. */
export const emptyImage = new Image();
emptyImage.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
